//! Plain values: attributes of nodes and marks, entries of arrays and maps.

use super::super::closing::Closing;
use super::super::limits::VALUE_DEPTH_MAX;
use super::super::wire::Reader;

/// Passes over a value in lib0's encoding.
pub(super) fn any(reader: &mut Reader) -> Result<(), Closing> {
    // How many values are still to come at each level, and whether each has a name.
    let mut open: Vec<(u64, bool)> = Vec::new();
    loop {
        match reader.byte()? {
            // Undefined, null, false, true.
            127 | 126 | 121 | 120 => {}
            125 => integer(reader)?,
            124 => drop(reader.take(4)?),
            123 | 122 => drop(reader.take(8)?),
            119 => drop(reader.text()?),
            118 => open.push((reader.count(2)?, true)),
            117 => open.push((reader.count(1)?, false)),
            116 => drop(reader.buffer()?),
            _ => return Err(Closing::Malformed),
        }
        if open.len() > VALUE_DEPTH_MAX {
            return Err(Closing::TooDeep);
        }
        while open.pop_if(|(left, _)| *left == 0).is_some() {}
        let Some((left, named)) = open.last_mut() else { return Ok(()) };
        *left -= 1;
        if *named {
            reader.text()?;
        }
    }
}

/// A whole number with its sign: six bits, then seven at a time.
fn integer(reader: &mut Reader) -> Result<(), Closing> {
    for _ in 0..9 {
        if reader.byte()? < 0x80 {
            return Ok(());
        }
    }
    Err(Closing::Malformed)
}

/// Checks that brackets of a JSON text stand no deeper in one another than they may. Whoever decodes it checks the rest.
pub(super) fn json(text: &str) -> Result<(), Closing> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > VALUE_DEPTH_MAX {
            return Err(Closing::TooDeep);
        }
    }
    Ok(())
}
