//! A slide: its title above the picture, out of sight, and the picture with its description.

use super::EMUS;
use super::markup::{Xml, document, element, empty, text};
use crate::export::rgb::Rgb;
use crate::export::slide::Slide;

/// The height of the title, and how far it is above the slide.
const TITLE: i64 = 914_400;

/// The extension of an image that names its vectors, and the vocabulary of that.
const VECTORS: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
const VECTORS_VOCABULARY: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

/// Where a picture is on its slide: left, top, width and height.
pub(super) struct Frame {
    slide_width: i64,
    area: [i64; 4],
}

impl Frame {
    /// Fits a picture into a slide; both sizes are in units of a scene.
    pub(super) fn within(slide: [u32; 2], picture: [u32; 2]) -> Self {
        let [slide_width, slide_height] = slide.map(|units| i64::from(units * EMUS));
        let [width, height] = picture.map(|units| i64::from(units.max(1)));
        let is_wide = width * slide_height >= height * slide_width;
        let [width, height] = if is_wide {
            [slide_width, height * slide_width / width]
        } else {
            [width * slide_height / height, slide_height]
        };
        let [left, top] = [(slide_width - width) / 2, (slide_height - height) / 2];
        Self {
            slide_width,
            area: [left, top, width, height],
        }
    }
}

/// Writes a slide whose picture has these relations: to its pixels and to its vectors.
pub(super) fn picture(
    slide: &Slide<'_>,
    frame: &Frame,
    [pixels, vectors]: &[String; 2],
    lang: &str,
) -> Vec<u8> {
    document("p:sld", |xml| {
        element(xml, "p:cSld", &[], |xml| {
            if let Some(page) = slide.scene.page {
                background(xml, page);
            }
            element(xml, "p:spTree", &[], |xml| {
                group(xml);
                title(xml, &slide.headings.join(" · "), frame, lang);
                element(xml, "p:pic", &[], |xml| {
                    element(xml, "p:nvPicPr", &[], |xml| {
                        let description = slide.meta.description.as_str();
                        let named = [("id", "3"), ("name", "Picture"), ("descr", description)];
                        empty(xml, "p:cNvPr", &named);
                        element(xml, "p:cNvPicPr", &[], |xml| {
                            empty(xml, "a:picLocks", &[("noChangeAspect", "1")]);
                        });
                        empty(xml, "p:nvPr", &[]);
                    });
                    image(xml, pixels, vectors);
                    shape(xml, frame.area);
                });
            });
        });
        inherit_colours(xml);
    })
}

/// Writes the root of the shapes of a slide.
pub(super) fn group(xml: &mut Xml) {
    element(xml, "p:nvGrpSpPr", &[], |xml| {
        empty(xml, "p:cNvPr", &[("id", "1"), ("name", "")]);
        empty(xml, "p:cNvGrpSpPr", &[]);
        empty(xml, "p:nvPr", &[]);
    });
    empty(xml, "p:grpSpPr", &[]);
}

/// Takes the colours of the master.
pub(super) fn inherit_colours(xml: &mut Xml) {
    element(xml, "p:clrMapOvr", &[], |xml| {
        empty(xml, "a:masterClrMapping", &[]);
    });
}

fn background(xml: &mut Xml, Rgb(red, green, blue): Rgb) {
    element(xml, "p:bg", &[], |xml| {
        element(xml, "p:bgPr", &[], |xml| {
            element(xml, "a:solidFill", &[], |xml| {
                let colour = format!("{red:02X}{green:02X}{blue:02X}");
                empty(xml, "a:srgbClr", &[("val", &colour)]);
            });
            empty(xml, "a:effectLst", &[]);
        });
    });
}

fn title(xml: &mut Xml, title: &str, frame: &Frame, lang: &str) {
    element(xml, "p:sp", &[], |xml| {
        element(xml, "p:nvSpPr", &[], |xml| {
            empty(xml, "p:cNvPr", &[("id", "2"), ("name", "Title")]);
            element(xml, "p:cNvSpPr", &[], |xml| {
                empty(xml, "a:spLocks", &[("noGrp", "1")]);
            });
            element(xml, "p:nvPr", &[], |xml| {
                empty(xml, "p:ph", &[("type", "title")]);
            });
        });
        shape(xml, [0, -TITLE, frame.slide_width, TITLE]);
        element(xml, "p:txBody", &[], |xml| {
            element(xml, "a:bodyPr", &[], |xml| empty(xml, "a:normAutofit", &[]));
            empty(xml, "a:lstStyle", &[]);
            element(xml, "a:p", &[], |xml| {
                element(xml, "a:r", &[], |xml| {
                    empty(xml, "a:rPr", &[("lang", lang)]);
                    text(xml, "a:t", title);
                });
            });
        });
    });
}

/// Writes what fills a picture: its pixels, and its vectors for programs that know them.
fn image(xml: &mut Xml, pixels: &str, vectors: &str) {
    element(xml, "p:blipFill", &[], |xml| {
        element(xml, "a:blip", &[("r:embed", pixels)], |xml| {
            element(xml, "a:extLst", &[], |xml| {
                element(xml, "a:ext", &[("uri", VECTORS)], |xml| {
                    let named = [("xmlns:asvg", VECTORS_VOCABULARY), ("r:embed", vectors)];
                    empty(xml, "asvg:svgBlip", &named);
                });
            });
        });
        element(xml, "a:stretch", &[], |xml| empty(xml, "a:fillRect", &[]));
    });
}

/// Writes where a shape is: left, top, width and height.
fn shape(xml: &mut Xml, area: [i64; 4]) {
    let [left, top, width, height] = area.map(|length| length.to_string());
    element(xml, "p:spPr", &[], |xml| {
        element(xml, "a:xfrm", &[], |xml| {
            empty(xml, "a:off", &[("x", &left), ("y", &top)]);
            empty(xml, "a:ext", &[("cx", &width), ("cy", &height)]);
        });
        element(xml, "a:prstGeom", &[("prst", "rect")], |xml| {
            empty(xml, "a:avLst", &[]);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_a_picture_into_the_middle_of_a_slide() {
        let area = |picture| {
            Frame::within([1920, 1080], picture)
                .area
                .map(|emus| emus / 6350)
        };
        assert_eq!(area([1920, 1080]), [0, 0, 1920, 1080]);
        assert_eq!(area([960, 1080]), [480, 0, 960, 1080]);
        assert_eq!(area([3840, 1080]), [0, 270, 1920, 540]);
    }
}
