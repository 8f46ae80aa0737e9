//! How often the engine is right where it says that it is so sure: a plot of answers in steps of confidence.
//!
//! On the diagonal, a confidence of 0.7 is right seven times in ten. A point's size tells how many answers it stands for.

use super::tally::Belief;
use plotters::prelude::*;
use std::io;
use std::path::Path;

/// Steps of confidence.
const STEPS: usize = 10;
/// A step with fewer answers is not drawn.
const LEAST: usize = 8;
const SIZE: (u32, u32) = (640, 480);
/// Okabe and Ito's blue and vermilion.
const SERIES: [(&str, &str, RGBColor); 2] = [
    ("attribution", "an attribution is right", RGBColor(0, 114, 178)),
    ("speaker", "the speaker is the right one", RGBColor(213, 94, 0)),
];

/// A step: mean confidence, share that is right, how many answers.
type Step = (f64, f64, usize);

fn steps(beliefs: &[Belief], about: &str) -> Vec<Step> {
    let step = |belief: &Belief| ((belief.confidence * STEPS as f32) as usize).min(STEPS - 1);
    let of_step = |number: usize| {
        let members: Vec<_> = beliefs.iter().filter(|belief| belief.about == about && step(belief) == number).collect();
        let all = members.len();
        let confidence = members.iter().map(|belief| f64::from(belief.confidence)).sum::<f64>() / all as f64;
        let right = members.iter().filter(|belief| belief.right).count() as f64 / all as f64;
        (all >= LEAST).then_some((confidence, right, all))
    };
    (0..STEPS).filter_map(of_step).collect()
}

/// Draws the steps of both kinds of answers.
pub fn draw(file: &Path, beliefs: &[Belief]) -> io::Result<()> {
    plot(file, beliefs).map_err(|error| io::Error::other(format!("cannot draw {}: {error}", file.display())))
}

fn plot(file: &Path, beliefs: &[Belief]) -> Result<(), Box<dyn std::error::Error>> {
    let area = SVGBackend::new(file, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let font = ("sans-serif", 15).into_font();
    let mut chart = ChartBuilder::on(&area)
        .margin(16)
        .x_label_area_size(42)
        .y_label_area_size(52)
        .build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
    chart
        .configure_mesh()
        .x_desc("how sure the engine says it is")
        .y_desc("how often it is right")
        .label_style(font.clone())
        .axis_desc_style(font.clone())
        .light_line_style(TRANSPARENT)
        .draw()?;
    chart.draw_series(LineSeries::new([(0.0, 0.0), (1.0, 1.0)], BLACK.mix(0.4)))?;
    for (about, name, color) in SERIES {
        let steps = steps(beliefs, about);
        let points = steps.iter().map(|&(confidence, right, _)| (confidence, right));
        chart
            .draw_series(LineSeries::new(points, color.stroke_width(2)))?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(2)));
        let dot = |&(confidence, right, all): &Step| {
            Circle::new((confidence, right), 2 + (all as f64).sqrt().round() as i32 / 2, color.filled())
        };
        chart.draw_series(steps.iter().map(dot))?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::LowerRight)
        .label_font(font)
        .background_style(WHITE)
        .draw()?;
    area.present()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_gathered_in_steps() {
        let belief = |confidence, right| Belief { about: "speaker", confidence, right };
        let mut beliefs = vec![belief(0.95, true); 6];
        beliefs.extend([belief(1.0, false), belief(0.9, true), belief(0.2, true)]);
        let [(confidence, right, all)] = steps(&beliefs, "speaker")[..] else { panic!("one step has enough answers") };
        assert!((confidence - 0.95).abs() < 1e-6 && (right - 0.875).abs() < 1e-9, "{confidence} {right}");
        assert_eq!(all, 8);
        assert!(steps(&beliefs, "attribution").is_empty());
    }
}
