//! How the reader wants to see the paper: theme and text size. Kept on the device, applied before the first paint.

mod islands;

pub use islands::{Display, DisplayWords};
