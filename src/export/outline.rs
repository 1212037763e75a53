//! Closed shapes in picture units, from a font or drawn by hand.

/// A point in picture units, y downwards.
pub(super) type Point = [f32; 2];

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    Move(Point),
    Line(Point),
    Quad(Point, Point),
    Cubic(Point, Point, Point),
    Close,
}

/// A filled shape under the non-zero rule; coordinates are hundredths, so that every printer
/// writes the same numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Outline {
    pub(super) steps: Vec<Step>,
}

/// The share of a radius that makes a cubic curve a quarter of a circle.
const ROUND: f32 = 0.552_285;

impl Outline {
    pub(super) fn push(&mut self, step: Step) {
        self.steps.push(match step {
            Step::Move(a) => Step::Move(hundredths(a)),
            Step::Line(a) => Step::Line(hundredths(a)),
            Step::Quad(a, b) => Step::Quad(hundredths(a), hundredths(b)),
            Step::Cubic(a, b, c) => Step::Cubic(hundredths(a), hundredths(b), hundredths(c)),
            Step::Close => Step::Close,
        });
    }

    /// Adds a closed polygon.
    pub(super) fn polygon(mut self, points: &[Point]) -> Self {
        for (index, &point) in points.iter().enumerate() {
            self.push(if index == 0 {
                Step::Move(point)
            } else {
                Step::Line(point)
            });
        }
        self.push(Step::Close);
        self
    }

    /// Adds a polygon that cuts a hole.
    pub(super) fn hole(self, points: &[Point]) -> Self {
        let back: Vec<Point> = points.iter().rev().copied().collect();
        self.polygon(&back)
    }

    /// Adds a disc; a negative radius cuts a hole.
    pub(super) fn disc(mut self, [x, y]: Point, radius: f32) -> Self {
        let across = radius.abs();
        let bend = radius * ROUND;
        self.push(Step::Move([x + across, y]));
        let turn = across * ROUND;
        let up = radius;
        self.push(Step::Cubic(
            [x + across, y + bend],
            [x + turn, y + up],
            [x, y + up],
        ));
        self.push(Step::Cubic(
            [x - turn, y + up],
            [x - across, y + bend],
            [x - across, y],
        ));
        self.push(Step::Cubic(
            [x - across, y - bend],
            [x - turn, y - up],
            [x, y - up],
        ));
        self.push(Step::Cubic(
            [x + turn, y - up],
            [x + across, y - bend],
            [x + across, y],
        ));
        self.push(Step::Close);
        self
    }

    /// Continues with a quarter of an ellipse that leaves `from` towards `corner`.
    pub(super) fn quarter(&mut self, from: Point, corner: Point, to: Point) {
        let towards = |start: Point| {
            [
                start[0] + (corner[0] - start[0]) * ROUND,
                start[1] + (corner[1] - start[1]) * ROUND,
            ]
        };
        self.push(Step::Cubic(towards(from), towards(to), to));
    }
}

fn hundredths(point: Point) -> Point {
    point.map(|value| (value * 100.0).round() / 100.0)
}
