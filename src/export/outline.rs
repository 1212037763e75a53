//! Closed shapes in picture units, from a font or drawn by hand.

/// A point in picture units, y downwards.
pub(super) type Point = [f32; 2];

/// One step of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Move(Point),
    Line(Point),
    Quad(Point, Point),
    Cubic(Point, Point, Point),
    Close,
}

impl Step {
    /// Returns the step with each of its points changed.
    pub(super) fn map(self, change: impl Fn(Point) -> Point) -> Self {
        match self {
            Self::Move(a) => Self::Move(change(a)),
            Self::Line(a) => Self::Line(change(a)),
            Self::Quad(a, b) => Self::Quad(change(a), change(b)),
            Self::Cubic(a, b, c) => Self::Cubic(change(a), change(b), change(c)),
            Self::Close => Self::Close,
        }
    }
}

/// A filled shape under the non-zero rule; coordinates are hundredths, so that every printer
/// writes the same numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Outline {
    pub(super) steps: Vec<Step>,
}

/// The share of a radius that makes a cubic curve a quarter of a circle.
const ROUND: f32 = 0.552_285;

impl Outline {
    pub(super) fn push(&mut self, step: Step) {
        self.steps.push(step.map(hundredths));
    }

    /// Puts the shape elsewhere.
    pub(super) fn moved(mut self, [across, down]: Point) -> Self {
        for step in &mut self.steps {
            *step = step.map(|[x, y]| hundredths([x + across, y + down]));
        }
        self
    }

    /// Makes the shape so many times as large, from its origin.
    pub(super) fn scaled(mut self, size: f32) -> Self {
        for step in &mut self.steps {
            *step = step.map(|point| hundredths(point.map(|value| value * size)));
        }
        self
    }

    /// Returns its left edge, if it has any points.
    pub(super) fn left(&self) -> Option<f32> {
        let ends = self.steps.iter().filter_map(|step| match *step {
            Step::Move(to) | Step::Line(to) | Step::Quad(_, to) | Step::Cubic(_, _, to) => {
                Some(to[0])
            }
            Step::Close => None,
        });
        ends.reduce(f32::min)
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
