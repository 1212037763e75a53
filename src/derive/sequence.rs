//! The sequence in which figures are computed: the inputs of each before it.

use std::collections::HashMap;

use crate::dataset::{Derived, Figure};

/// The positions of figures in the sequence in which they are computed, and the circles among them.
#[derive(Debug, Default)]
pub(super) struct Sequence {
    /// The position of every figure, once; inputs come first, but for those of a circle.
    pub(super) positions: Vec<usize>,
    /// The figures that are computed from themselves, each after the one that it is an input of.
    ///
    /// No figure is in two circles: of circles that share one, only some are listed.
    pub(super) circles: Vec<Vec<usize>>,
}

/// How far the search has come with a figure.
#[derive(Clone, Copy)]
enum State {
    New,
    /// Its inputs are being searched; its position on the way from the first figure to the current one.
    Open(usize),
    Done,
}

impl Sequence {
    /// Searches depth first, without recursion: a chain of formulas may be as long as the file.
    pub(super) fn new(figures: &[Figure], by_id: &HashMap<&str, usize>) -> Self {
        let mut sequence = Self::default();
        let mut states = vec![State::New; figures.len()];
        for first in 0..figures.len() {
            sequence.search(first, &mut states, |position| {
                let inputs = figures[position].derived.iter().flat_map(Derived::inputs);
                inputs
                    .filter_map(|id| by_id.get(id.as_str()).copied())
                    .collect::<Vec<_>>()
            });
        }
        sequence
    }

    fn search(&mut self, first: usize, states: &mut [State], inputs: impl Fn(usize) -> Vec<usize>) {
        // The figures on the way, each with the inputs that are still to be searched, and the
        // positions on the way of those that are in a circle already.
        let mut way: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut circular: Vec<usize> = Vec::new();
        let mut next = Some(first);
        loop {
            if let Some(position) = next {
                match states[position] {
                    State::New => {
                        states[position] = State::Open(way.len());
                        let mut inputs = inputs(position);
                        inputs.reverse();
                        way.push((position, inputs));
                    }
                    State::Open(start) if circular.last().is_none_or(|last| *last < start) => {
                        let circle = way[start..].iter().map(|(position, _)| *position);
                        self.circles.push(circle.collect());
                        circular.extend(start..way.len());
                    }
                    State::Open(_) | State::Done => {}
                }
            }
            let Some((position, waiting)) = way.last_mut() else {
                return;
            };
            next = waiting.pop();
            if next.is_none() {
                states[*position] = State::Done;
                self.positions.push(*position);
                way.pop();
                circular.pop_if(|position| *position == way.len());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sequence and the circles of figures that are named by their positions.
    fn sequence(inputs: &[&[usize]]) -> Sequence {
        let mut sequence = Sequence::default();
        let mut states = vec![State::New; inputs.len()];
        for first in 0..inputs.len() {
            sequence.search(first, &mut states, |position| inputs[position].to_vec());
        }
        sequence
    }

    #[test]
    fn puts_inputs_before_what_is_computed_from_them() {
        assert_eq!(sequence(&[&[1, 2], &[2], &[]]).positions, [2, 1, 0]);
        let circular = sequence(&[&[1, 3], &[2], &[1], &[]]);
        assert_eq!(circular.positions, [2, 1, 3, 0]);
        assert_eq!(circular.circles, [[1, 2]]);
    }

    #[test]
    fn lists_circles_that_share_no_figure() {
        assert_eq!(sequence(&[&[0]]).circles, [[0]]);
        let apart = sequence(&[&[1, 2], &[0], &[3], &[2]]);
        assert_eq!(apart.circles, [[0, 1], [2, 3]]);
        let shared = sequence(&[&[1], &[0, 2], &[1]]);
        assert_eq!(shared.circles, [[0, 1]]);
    }

    #[test]
    fn follows_a_chain_of_any_length() {
        let inputs: Vec<Vec<usize>> = (1..100_000)
            .map(|next| vec![next])
            .chain([vec![]])
            .collect();
        let inputs: Vec<&[usize]> = inputs.iter().map(Vec::as_slice).collect();
        assert_eq!(sequence(&inputs).positions.first(), Some(&99_999));
    }
}
