//! The operations that derive one number from others, with the bounds and hedge of the result.

use super::precision::{last_digit, magnitude};
use super::{Domain, Hedge, Interval, Quantity};

/// How a number is derived from others. Changes, `p`, count in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `a ÷ (1 + p)`: the value before a stated change.
    Prior,
    /// `a × p ÷ (1 + p)`: a stated change in the figure's own unit.
    StatedChange,
    /// `1 + p`: the later value as a multiple of the earlier.
    OnePlus,
    /// `a − b`, or `a − b − c` and so on.
    Difference,
    /// `a ÷ b`, or `a ÷ b × c` where so many of the divisor are one.
    Ratio,
    /// `a ÷ b × 100`: what part of the whole, in percent.
    Percentage,
    /// `(a ÷ b − 1) × 100`: the change in percent of a base above zero.
    PercentChange,
}

/// The terms at which an operation is lowest or highest, and what it gives there.
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    /// A bound of each term.
    pub terms: Vec<f64>,
    /// The result, which may be infinite.
    pub value: f64,
    /// Whether the result may lie beyond: a hedge left the bound of a term open, or it is infinite.
    pub is_open: bool,
}

/// A bound of an interval.
#[derive(Clone, Copy)]
enum Bound {
    Low,
    High,
}

impl Operation {
    /// The result at `terms`; NaN when there are too few or too many.
    fn evaluate(self, terms: &[f64]) -> f64 {
        match (self, terms) {
            (Self::Prior, [a, p]) => a / (1.0 + p / 100.0),
            (Self::StatedChange, [a, p]) => a * (p / 100.0) / (1.0 + p / 100.0),
            (Self::OnePlus, [p]) => 1.0 + p / 100.0,
            (Self::Difference, [a, others @ ..]) => a - others.iter().sum::<f64>(),
            (Self::Ratio, [a, b]) => a / b,
            (Self::Ratio, [a, b, per]) => a / b * per,
            (Self::Percentage, [a, b]) => a / b * 100.0,
            (Self::PercentChange, [a, b]) => (a / b - 1.0) * 100.0,
            _ => f64::NAN,
        }
    }

    /// The result with its bounds and its hedge, and no more digits than the bounds allow.
    ///
    /// `None` when there is no such number, or when hedges leave it open to both sides: a divisor
    /// that may be zero, a percentage of nothing or of a negative base, *more than* less *more
    /// than*. A result that is open to one side becomes its bound, rounded to the safe side.
    ///
    /// `domain` is that of the result: no share is more than the whole, however its parts were
    /// rounded, and no count has a fraction.
    pub fn apply(self, terms: &[Quantity], domain: Domain) -> Option<Quantity> {
        let [lowest, highest] = self.corners(terms)?;
        let values: Vec<f64> = terms.iter().map(|term| term.value).collect();
        let value = self.evaluate(&values);
        let interval = Interval {
            low: lowest.value,
            high: highest.value,
        };
        let interval = interval.within(domain.interval(), value);
        let is_point = interval.low >= interval.high;
        let hedge = match (lowest.is_open, highest.is_open) {
            _ if is_point => None,
            (true, true) => return None,
            (true, false) => Some(Hedge::LessThan),
            (false, true) => Some(Hedge::MoreThan),
            (false, false) => None,
        };
        let (value, exponent) = match hedge {
            Some(hedge) => {
                let exponent = self.finest_shown(interval.end(hedge));
                (interval.outward(exponent).end(hedge), exponent)
            }
            None => (value, self.exponent(value, interval, terms, domain)),
        };
        let exponent = if domain == Domain::Count {
            exponent.max(0)
        } else {
            exponent
        };
        value.is_finite().then_some(Quantity {
            value,
            exponent,
            interval,
            hedge,
        })
    }

    /// The power of ten of the last digit that a value without a hedge may show.
    fn exponent(self, value: f64, interval: Interval, terms: &[Quantity], domain: Domain) -> i32 {
        let finest = terms.iter().map(|term| term.exponent).min().unwrap_or(0);
        let is_exact = interval.width() <= 2.0 * f64::EPSILON * value.abs();
        match self {
            Self::Difference | Self::Prior | Self::StatedChange if is_exact => finest,
            Self::Difference | Self::Prior | Self::StatedChange => {
                last_digit(value, interval, i32::MIN, domain)
            }
            // The further digits of a quotient are arithmetic rather than knowledge.
            Self::Ratio | Self::OnePlus | Self::Percentage | Self::PercentChange => {
                let finest = self.finest_shown(value);
                if is_exact {
                    return finest;
                }
                let last = last_digit(value, interval, finest, domain);
                match self {
                    // Nobody reads more of a change, however well it is known.
                    Self::PercentChange => last.max(finest),
                    _ => last,
                }
            }
        }
    }

    /// The power of ten of the last digit that is worth showing of a quotient or a bound: the third,
    /// and of a change in percent none behind the first decimal, or behind the second digit of one
    /// below one percent.
    fn finest_shown(self, value: f64) -> i32 {
        let three = magnitude(value) - 2;
        match self {
            Self::PercentChange => three.max((-1).min(magnitude(value) - 1)),
            _ => three,
        }
    }

    /// The bounds of the terms that give the lowest result and the highest.
    ///
    /// Every operation is monotone in each of its terms where it is defined, so these are exact.
    /// Where infinities leave no number, such as infinity less infinity, another corner counts.
    pub fn corners(self, terms: &[Quantity]) -> Option<[Corner; 2]> {
        let intervals = self.domain(terms)?;
        let corner = |ends: &dyn Fn(usize) -> Bound| self.corner(terms, &intervals, ends);
        let mut corners = if self == Self::Difference {
            // Lowest where the first is lowest and all others highest, and the reverse.
            vec![
                corner(&|term| if term == 0 { Bound::Low } else { Bound::High }),
                corner(&|term| if term == 0 { Bound::High } else { Bound::Low }),
            ]
        } else {
            let all = 0..1_u32 << terms.len();
            let ends = |highs: u32| {
                move |term| match highs >> term & 1 {
                    0 => Bound::Low,
                    _ => Bound::High,
                }
            };
            all.map(|highs| corner(&ends(highs))).collect()
        };
        corners.retain(|corner| !corner.value.is_nan());
        // Of equal corners one that is closed says more.
        let is_less =
            |a: &&Corner, b: &&Corner| a.value.total_cmp(&b.value).then(a.is_open.cmp(&b.is_open));
        let is_more =
            |a: &&Corner, b: &&Corner| a.value.total_cmp(&b.value).then(b.is_open.cmp(&a.is_open));
        let lowest = corners.iter().min_by(is_less)?.clone();
        let highest = corners.iter().max_by(is_more)?.clone();
        Some([lowest, highest])
    }

    /// The result at one bound of each term.
    fn corner(
        self,
        terms: &[Quantity],
        intervals: &[Interval],
        end: impl Fn(usize) -> Bound,
    ) -> Corner {
        let bounds = intervals.iter().enumerate();
        let bounds: Vec<f64> = bounds
            .map(|(term, interval)| match end(term) {
                Bound::Low => interval.low,
                Bound::High => interval.high,
            })
            .collect();
        let value = self.evaluate(&bounds);
        let mut ends = terms.iter().zip(intervals).enumerate();
        let is_beyond = ends.any(|(term, (quantity, interval))| {
            // A hedge that leaves one point, such as less than no people, leaves nothing open.
            let hedge = quantity.hedge.filter(|_| interval.low < interval.high);
            hedge.is_some_and(|hedge| match end(term) {
                Bound::Low => hedge.is_ceiling(),
                Bound::High => hedge.is_floor(),
            })
        });
        Corner {
            terms: bounds,
            value,
            is_open: is_beyond || value.is_infinite(),
        }
    }

    /// The bounds of the terms, if the operation has a meaning everywhere between them.
    fn domain(self, terms: &[Quantity]) -> Option<Vec<Interval>> {
        let mut intervals: Vec<Interval> = terms.iter().map(|term| term.interval).collect();
        let is_defined = match (self, intervals.as_mut_slice()) {
            // A change of a negative value could be meant either way round.
            (Self::Prior | Self::StatedChange, [_, p]) => p.low > -100.0 && terms[0].value >= 0.0,
            (Self::Ratio, [_, b, _]) | (Self::Ratio | Self::Percentage, [_, b]) => {
                // A divisor that reaches zero reaches it from its own side.
                if b.high == 0.0 {
                    b.high = -0.0;
                }
                terms[1].value != 0.0 && (b.low >= 0.0 || b.high <= 0.0)
            }
            (Self::PercentChange, [_, b]) => b.low >= 0.0 && terms[1].value > 0.0,
            (Self::Difference, [_, _, ..]) | (Self::OnePlus, [_]) => true,
            _ => false,
        };
        is_defined.then_some(intervals)
    }

    /// The operation in mathematical notation, with `terms` as its letters.
    ///
    /// A change comes with its sign, such as `−12.9%`.
    pub fn notation(self, terms: &[String]) -> String {
        let one_plus = |p: &str| match p.strip_prefix('−') {
            Some(fall) => format!("1 − {fall}"),
            None => format!("1 + {p}"),
        };
        let apart = |b: &str| match b.strip_prefix('−') {
            Some(_) => format!("({b})"),
            None => b.to_owned(),
        };
        match (self, terms) {
            (Self::Prior, [a, p]) => format!("{a} ÷ ({})", one_plus(p)),
            (Self::StatedChange, [a, p]) => format!("{a} × {} ÷ ({})", apart(p), one_plus(p)),
            (Self::OnePlus, [p]) => one_plus(p),
            (Self::Difference, [a, others @ ..]) => {
                let others = others.iter().map(|other| format!(" − {}", apart(other)));
                format!("{a}{}", others.collect::<String>())
            }
            (Self::Ratio, [a, b]) => format!("{a} ÷ {}", apart(b)),
            (Self::Ratio, [a, b, per]) => format!("{a} ÷ {} × {per}", apart(b)),
            (Self::Percentage, [a, b]) => format!("{a} ÷ {} × 100%", apart(b)),
            (Self::PercentChange, [a, b]) => format!("({a} ÷ {b} − 1) × 100%"),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Domain, Literal, digits};
    use super::*;

    const MORE: Option<Hedge> = Some(Hedge::MoreThan);
    const ALMOST: Option<Hedge> = Some(Hedge::Almost);

    fn number(text: &str, hedge: Option<Hedge>) -> Quantity {
        let literal = Literal::parse(text).expect("the test writes a number");
        Quantity::printed(&literal, hedge, Domain::Any)
    }

    fn count(text: &str, hedge: Option<Hedge>) -> Quantity {
        let literal = Literal::parse(text).expect("the test writes a number");
        Quantity::printed(&literal, hedge, Domain::Count)
    }

    /// The result as it is shown, with a sign for its hedge.
    fn shown(operation: Operation, terms: &[Quantity]) -> String {
        let Some(result) = operation.apply(terms, Domain::Any) else {
            return "nothing".to_owned();
        };
        let sign = match result.hedge {
            Some(hedge) if hedge.is_floor() => "> ",
            Some(_) => "< ",
            None => "",
        };
        format!("{sign}{}", digits(result.value, result.exponent))
    }

    #[test]
    fn shows_no_more_digits_than_the_bounds_allow() {
        let plain = |text| number(text, None);
        let of = |operation, a, b| shown(operation, &[plain(a), plain(b)]);
        assert_eq!(of(Operation::Prior, "4.681e6", "-12.9"), "5,370,000");
        assert_eq!(of(Operation::Prior, "8.7", "-5.7"), "9.2");
        assert_eq!(of(Operation::StatedChange, "8.7", "-5.7"), "−0.53");
        assert_eq!(of(Operation::Ratio, "53.9", "21.6"), "2.5");
        assert_eq!(of(Operation::Difference, "53.9", "21.6"), "32.3");
        assert_eq!(shown(Operation::OnePlus, &[plain("128.9")]), "2.29");
    }

    #[test]
    fn shows_every_digit_of_an_exact_difference() {
        let difference = [count("118746", None), count("14002", None)];
        assert_eq!(shown(Operation::Difference, &difference), "104,744");
        let ratio = [count("1000", None), count("3", None)];
        assert_eq!(shown(Operation::Ratio, &ratio), "333");
    }

    #[test]
    fn rounds_no_further_than_the_bounds_allow() {
        // Between 146 and 191, and most likely 167: one digit would read 200.
        let prior = [number("1.0", None), number("-99.4", None)];
        assert_eq!(shown(Operation::Prior, &prior), "170");
        // Between a third and one, and most likely a half: one digit would read 1.
        let ratio = [count("1", None), number("2", Some(Hedge::About))];
        assert_eq!(shown(Operation::Ratio, &ratio), "0.5");
        let change = |a, b| shown(Operation::PercentChange, &[a, b]);
        assert_eq!(change(number("21.4", None), number("20", None)), "7");
        assert_eq!(
            change(number("0.288e6", None), number("0.31e6", None)),
            "−7"
        );
        let about = |text| number(text, Some(Hedge::About));
        let difference = [about("35e3"), about("30e3")];
        assert_eq!(shown(Operation::Difference, &difference), "5,000");
        assert_eq!(change(number("1.03e3", None), number("1.0e3", None)), "3");
    }

    #[test]
    fn keeps_a_result_within_its_domain() {
        let share = |a, b| Operation::Percentage.apply(&[a, b], Domain::Share);
        let text = |quantity: Option<Quantity>| {
            let quantity = quantity.expect("a number");
            let (Interval { low, high }, exponent) = quantity.shown_bounds();
            let bounds = [low, high].map(|end| digits(end, exponent));
            (
                digits(quantity.value, quantity.exponent),
                bounds.join(" to "),
                quantity.hedge,
            )
        };
        let recycled = share(number("24", None), number("25", None));
        assert_eq!(
            text(recycled),
            ("96".to_owned(), "92.1 to 100.0".to_owned(), None)
        );
        let about = |text| number(text, Some(Hedge::About));
        let all = share(about("50e3"), about("50e3"));
        assert_eq!(text(all), ("100".to_owned(), "96 to 100".to_owned(), None));
        let almost = share(number("95", ALMOST), number("95", None));
        let almost = almost.expect("bounded above");
        assert_eq!((almost.value, almost.hedge), (100.0, Some(Hedge::LessThan)));
        let people = [count("3", None), number("40", None)];
        let prior = Operation::Prior.apply(&people, Domain::Count);
        assert_eq!(
            prior.map(|quantity| digits(quantity.value, quantity.exponent)),
            Some("2".to_owned())
        );
    }

    #[test]
    fn shows_few_digits_if_one_bound_is_zero() {
        let literal = Literal::parse("0").expect("the test writes a number");
        let nothing = Quantity::printed(&literal, None, Domain::Amount);
        let little = [nothing, number("0.58115", None)];
        assert_eq!(shown(Operation::Difference, &little), "−0.6");
    }

    #[test]
    fn shows_noise_as_zero() {
        let change = |a, b| [number(a, None), number(b, None)];
        let still = Operation::PercentChange.apply(&change("1.0e9", "999.6e6"), Domain::Any);
        let still = still.expect("a number");
        assert_eq!(digits(still.value, still.exponent), "0");
        let little = shown(Operation::Difference, &change("0", "0.308"));
        assert_eq!(little, "−0.3");
    }

    #[test]
    fn takes_any_number_of_terms() {
        let terms = vec![count("1", None); 40];
        assert_eq!(shown(Operation::Difference, &terms), "−38");
    }

    #[test]
    fn bounds_what_it_shows() {
        let bounds = |operation: Operation, terms: &[Quantity]| {
            let result = operation.apply(terms, Domain::Any).expect("a number");
            let (Interval { low, high }, exponent) = result.shown_bounds();
            (digits(low, exponent), digits(high, exponent))
        };
        let text = |low: &str, high: &str| (low.to_owned(), high.to_owned());
        let prior = [number("4.681e6", None), number("-12.9", None)];
        assert_eq!(
            bounds(Operation::Prior, &prior),
            text("5,370,000", "5,378,000")
        );
        // Between 12,823 and 12,827, but three digits read 12,800.
        let a_day = [number("4.681e6", None), Quantity::exact(365.0, 0)];
        assert_eq!(shown(Operation::Ratio, &a_day), "12,800");
        assert_eq!(bounds(Operation::Ratio, &a_day), text("12,800", "12,900"));
    }

    #[test]
    fn rounds_what_is_open_to_the_safe_side() {
        let ratio = |a, b| shown(Operation::Ratio, &[a, b]);
        assert_eq!(ratio(count("60e3", MORE), count("102", None)), "> 588");
        assert_eq!(ratio(count("50e3", ALMOST), count("1460", MORE)), "< 34.3");
        let less = |a, b| shown(Operation::Difference, &[a, b]);
        assert_eq!(less(number("10", None), number("50", ALMOST)), "> −40.5");
        assert_eq!(less(number("50", ALMOST), number("10", None)), "< 40.5");
    }

    #[test]
    fn takes_any_number_of_shares_from_the_whole() {
        let rest = |shares: &[(&str, Option<Hedge>)]| {
            let share = |(text, hedge): &(&str, Option<Hedge>)| {
                let literal = Literal::parse(text).expect("the test writes a number");
                Quantity::printed(&literal, *hedge, Domain::Share)
            };
            let whole = [Quantity::exact(100.0, 0)];
            let terms: Vec<Quantity> = whole.into_iter().chain(shares.iter().map(share)).collect();
            shown(Operation::Difference, &terms)
        };
        assert_eq!(rest(&[("40", None), ("20", None)]), "40");
        assert_eq!(
            rest(&[("40.1", None), ("20.2", None), ("9.6", None)]),
            "30.1"
        );
        assert_eq!(rest(&[("50", MORE)]), "< 50.0");
        assert_eq!(rest(&[("50", ALMOST)]), "> 50.0");
        assert_eq!(rest(&[("50", MORE), ("20", ALMOST)]), "nothing");
    }

    #[test]
    fn gives_no_number_where_there_is_none() {
        let nothing = |operation, a, b| assert_eq!(shown(operation, &[a, b]), "nothing");
        let [some, none] = [number("5", None), number("0", None)];
        nothing(Operation::Ratio, some, none);
        nothing(Operation::Ratio, some, count("0", None));
        nothing(
            Operation::Difference,
            number("60", MORE),
            number("50", MORE),
        );
        nothing(Operation::Ratio, number("60", MORE), number("50", MORE));
        nothing(Operation::Ratio, number("60", ALMOST), number("50", ALMOST));
        nothing(Operation::PercentChange, some, number("-5", None));
        nothing(Operation::PercentChange, some, none);
        nothing(Operation::Prior, number("-5", None), number("50", None));
        nothing(Operation::Prior, some, number("0e3", None));
    }

    #[test]
    fn divides_by_what_reaches_zero_from_one_side() {
        let ratio = |b| Operation::Ratio.apply(&[number("100", None), b], Domain::Any);
        let more = ratio(number("50", ALMOST)).expect("bounded below");
        assert_eq!((more.hedge, more.value), (MORE, 1.99));
        let below = Quantity {
            interval: Interval {
                low: -50.0,
                high: 0.0,
            },
            ..number("-50", None)
        };
        let less = ratio(below).expect("bounded above");
        assert_eq!((less.hedge, less.value), (Some(Hedge::LessThan), -1.99));
    }

    #[test]
    fn finds_the_corners_that_bound_a_result() {
        let terms = [count("50e3", ALMOST), count("1460", MORE)];
        let corners = Operation::Ratio
            .corners(&terms)
            .expect("a divisor above zero");
        let [lowest, highest] = corners;
        assert_eq!((lowest.value, lowest.is_open), (0.0, true));
        assert_eq!(highest.terms, [50e3, 1460.0]);
        assert!(!highest.is_open);
    }

    #[test]
    fn sets_negative_terms_apart() {
        let terms = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        let notation = |terms| Operation::Difference.notation(terms);
        assert_eq!(notation(&terms("3", "−2")), "3 − (−2)");
        let prior = Operation::Prior.notation(&terms("8.7", "−5.7%"));
        assert_eq!(prior, "8.7 ÷ (1 − 5.7%)");
        let change = Operation::StatedChange.notation(&terms("8.7", "−5.7%"));
        assert_eq!(change, "8.7 × (−5.7%) ÷ (1 − 5.7%)");
    }
}
