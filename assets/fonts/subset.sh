#!/bin/sh
# Cuts the four faces down to the characters the dashboard may show.
set -eu
MONO_SOURCE=${MONO_SOURCE:-/usr/share/fonts/truetype/jetbrains-mono}
THAI_SOURCE=${THAI_SOURCE:-/usr/share/fonts/truetype/noto}
MONO='U+0020-007E,U+00A0-00FF,U+0100-017F,U+02C6,U+02DC,U+0394,U+03A3,U+03A9,U+03BB,U+03BC,U+03C0,U+2010,U+2012-2015,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+2070,U+2074-208E,U+20AC,U+2116,U+2122,U+2126,U+2190-2195,U+21D2,U+2202,U+2205,U+2206,U+220F,U+2211,U+2212,U+2219,U+221A,U+221E,U+2248,U+2260,U+2261,U+2264,U+2265,U+22EE,U+22EF,U+2318,U+21E7,U+26A0,U+2713,U+2717,U+276E,U+276F,U+27E8,U+27E9,U+00BC-00BE'
THAI='U+0020,U+0E01-0E3A,U+0E3F-0E5B,U+200B,U+25CC'
for weight in Regular Bold; do
    pyftsubset "$MONO_SOURCE/JetBrainsMono-$weight.ttf" --unicodes="$MONO" \
        --layout-features= --no-hinting --output-file="JetBrainsMono-$weight.ttf"
    pyftsubset "$THAI_SOURCE/NotoSansThai-$weight.ttf" --unicodes="$THAI" \
        --layout-features='ccmp,locl,mark,mkmk,kern,liga' --no-hinting \
        --output-file="NotoSansThai-$weight.ttf"
done
