//! Says what is going on, on standard error: `▸ binding the readers' wasm … 4.2 s`.

use std::io::{Write, stderr};
use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs a step that prints nothing of its own: its line ends with the time it took.
pub fn quiet<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprint!("▸ {title} … ");
    stderr().flush()?;
    let started = Instant::now();
    let result = work();
    eprintln!("{}", if result.is_ok() { seconds(started.elapsed()) } else { "failed".to_owned() });
    result
}

/// Runs a step whose program shows its own progress below the title.
pub fn talkative<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("▸ {title} …");
    let started = Instant::now();
    let value = work()?;
    eprintln!("▸ {title}: {}", seconds(started.elapsed()));
    Ok(value)
}

/// Says one thing.
pub fn say(text: &str) {
    eprintln!("▸ {text}");
}

/// Says what will be left out, so that nobody overlooks it.
pub fn warn(text: &str) {
    eprintln!("\n!!! {text}\n");
}

/// A duration as people read it: `0.3 s`, `71 s`, `4 min 5 s`.
pub fn seconds(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        whole @ 10..120 => format!("{whole} s"),
        whole => format!("{} min {} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well_at_every_size() {
        let cases = [(340, "0.3 s"), (9_900, "9.9 s"), (71_400, "71 s"), (245_000, "4 min 5 s")];
        for (milliseconds, expected) in cases {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), expected);
        }
    }
}
