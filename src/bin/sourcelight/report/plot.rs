//! A course over time as SVG that stands in the page: it takes its colours from the style sheet, in light and dark.

use maud::{Markup, html};

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 30.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 28.0;

/// Labels below the axis that do not run into each other.
const MOST_LABELS: usize = 10;

/// A point for each of the `times`, none where nothing was counted; `told` says what a value is.
pub fn course(times: &[&str], values: &[Option<f64>], about: &str, told: fn(f64) -> String) -> Markup {
    let top = nice(values.iter().flatten().copied().fold(0.0, f64::max));
    let last = (times.len() - 1).max(1) as f64;
    let x = |at: usize| LEFT + (WIDTH - LEFT - RIGHT) * at as f64 / last;
    let y = |value: f64| HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    let points = values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?)));
    let step = times.len().div_ceil(MOST_LABELS);
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(about) {
            @for part in [0.0, 0.5, 1.0] {
                line.grid x1=(LEFT) x2=(WIDTH - RIGHT) y1=(tenth(y(top * part))) y2=(tenth(y(top * part))) {}
                text x=(LEFT - 6.0) y=(tenth(y(top * part) + 4.0)) text-anchor="end" { (told(top * part)) }
            }
            @for (at, time) in times.iter().enumerate().step_by(step) {
                text x=(tenth(x(at))) y=(HEIGHT - 8.0) text-anchor="middle" { (time) }
            }
            @for run in runs(values) {
                polyline points=(run.iter().map(|&(at, value)| format!("{:.1},{:.1}", x(at), y(value))).collect::<Vec<_>>().join(" ")) {}
            }
            @for (at, value) in points {
                circle cx=(tenth(x(at))) cy=(tenth(y(value))) r="3" { title { (times[at]) ": " (told(value)) } }
            }
        }
    }
}

/// Stretches without a gap.
fn runs(values: &[Option<f64>]) -> Vec<Vec<(usize, f64)>> {
    let numbered: Vec<_> = values.iter().copied().enumerate().collect();
    let runs = numbered.split(|(_, value)| value.is_none());
    let runs = runs.map(|run| run.iter().filter_map(|&(at, value)| Some((at, value?))).collect::<Vec<_>>());
    runs.filter(|run| run.len() > 1).collect()
}

/// The end of an axis: 1, 2 or 5 with noughts, and not below `value`.
fn nice(value: f64) -> f64 {
    if value <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 5.0, 10.0].map(|first| first * power).into_iter().find(|&end| end >= value).unwrap_or(value)
}

fn tenth(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use super::{nice, runs};

    #[test]
    fn an_axis_ends_at_a_round_number() {
        assert_eq!([0.0, 0.07, 0.1, 0.23, 7.2].map(nice), [1.0, 0.1, 0.1, 0.5, 10.0]);
    }

    #[test]
    fn a_line_stops_where_nothing_was_counted() {
        let runs = runs(&[Some(1.0), Some(2.0), None, Some(3.0), None, Some(4.0), Some(5.0)]);
        assert_eq!(runs, [vec![(0, 1.0), (1, 2.0)], vec![(5, 4.0), (6, 5.0)]]);
    }
}
