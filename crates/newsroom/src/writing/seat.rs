//! A place at a draft: what a connection to a client is made of, whatever carries it.

use std::sync::atomic::Ordering;

use bytes::Bytes;
use tokio::sync::mpsc;

use super::closing::Closing;
use super::limits::FRAME_MAX;
use super::room::{Frame, Inbox, Message, pong};

/// A place at a draft. It is given up by dropping it.
#[derive(Debug)]
pub struct Seat {
    pub(super) number: u64,
    pub(super) inbox: Inbox,
    pub(super) room: mpsc::Sender<Message>,
    pub(super) farewell: mpsc::UnboundedSender<u64>,
    pub(super) pongs: (mpsc::Sender<Bytes>, mpsc::Receiver<Bytes>),
}

impl Seat {
    /// The next frame for the client, or why the connection ends.
    pub async fn next(&mut self) -> Result<Bytes, Closing> {
        tokio::select! {
            biased;
            closing = &mut self.inbox.closing => Err(closing.unwrap_or(Closing::Failed)),
            Some(pong) = self.pongs.1.recv() => Ok(pong),
            frame = self.inbox.frames.recv() => {
                let frame = frame.ok_or(Closing::Failed)?;
                self.inbox.queued.fetch_sub(frame.len(), Ordering::Relaxed);
                Ok(frame)
            }
        }
    }

    /// Takes a frame from the client; waits where the room has its hands full.
    pub async fn receive(&self, frame: Bytes) -> Result<(), Closing> {
        if frame.len() > FRAME_MAX {
            return Err(Closing::TooLarge);
        }
        if let Frame::Ping = Frame::parse(&frame)? {
            // Answered here: whoever asks wants to know about the line, not about the room.
            let _ = self.pongs.0.try_send(pong());
            return Ok(());
        }
        // A room that is gone has said why, and `next` tells.
        let _ = self.room.send(Message::Frame { seat: self.number, frame }).await;
        Ok(())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // A room that is gone has nobody to miss.
        let _ = self.farewell.send(self.number);
    }
}
