//! Accepting connections, and letting go of those that take too long.
//!
//! `axum::serve` never cuts a slow client; this loop does: headers within ten seconds, no stalled body or reader beyond
//! thirty, and no more connections than the process can carry. A connection that becomes a socket leaves the limits on
//! requests behind, not those on stalling: whoever serves it sees to it that both sides always have something to say.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;
use tower_http::timeout::TimeoutBody;

use crate::page_cache::PageCache;
use crate::routes::upload;

/// How many connections are open at once.
const CONNECTIONS: usize = 12_000;

/// How long clients may take over what they send and read.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// To send the headers of a request, the time between two requests included.
    pub headers: Duration,
    /// To send nothing of a body, or take nothing of an answer.
    pub stall: Duration,
    /// For a request and its answer in all: a body that dribbles in, a reader that stalls.
    pub exchange: Duration,
    /// The same for a picture that is handed in: forty megabytes take a while on a telephone.
    pub upload: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(10),
            stall: Duration::from_secs(30),
            exchange: Duration::from_mins(1),
            upload: Duration::from_mins(10),
        }
    }
}

/// The most bytes of headers.
const HEADER_BYTES: usize = 16 * 1024;

/// How long open requests may take once the program is told to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// One of the connections that may be open at once. A socket lives on after its request and keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Permit(#[expect(dead_code, reason = "it is held, not read")] Arc<OwnedSemaphorePermit>);

/// Binds an address.
pub async fn bind(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))
}

/// Serves until `stop` comes.
pub async fn serve(listener: TcpListener, router: Router, cache: Arc<PageCache>, stop: impl Future<Output = ()>) {
    serve_within(Patience::default(), listener, router, cache, stop).await;
}

/// Does so with another patience.
pub async fn serve_within(
    patience: Patience,
    listener: TcpListener,
    router: Router,
    cache: Arc<PageCache>,
    stop: impl Future<Output = ()>,
) {
    let connections = Arc::new(Semaphore::new(CONNECTIONS));
    let stopping = watch::Sender::new(());
    let mut stop = std::pin::pin!(stop);
    loop {
        let permit = Arc::clone(&connections).acquire_owned().await.expect("the semaphore is never closed");
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(why) => {
                    // Out of file descriptors, most likely: a moment later some will be free.
                    tracing::warn!(error = %why, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut stop => break,
        };
        let mut told = stopping.subscribe();
        let of_it = OfConnection { permit: Permit(Arc::new(permit)), stopping: Stopping(told.clone()), peer, patience };
        let connection = connection(stream, of_it, router.clone(), Arc::clone(&cache));
        tokio::spawn(async move {
            let mut connection = std::pin::pin!(connection);
            // How a client hangs up is its own affair.
            let _ = tokio::select! {
                ended = &mut connection => ended,
                _ = told.changed() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
        });
    }
    stopping.send_modify(|()| {});
    if tokio::time::timeout(FAREWELL, stopping.closed()).await.is_err() {
        tracing::warn!("some requests were still open after {} s and were cut", FAREWELL.as_secs());
    }
}

/// What every request of a connection is told of it.
#[derive(Clone)]
struct OfConnection {
    permit: Permit,
    stopping: Stopping,
    peer: SocketAddr,
    patience: Patience,
}

/// Says when the server is about to stop.
#[derive(Clone, Debug)]
pub(crate) struct Stopping(watch::Receiver<()>);

impl Stopping {
    /// Waits until it is.
    pub async fn wait(mut self) {
        // Whoever would tell is gone with the server itself.
        let _ = self.0.changed().await;
    }
}

type Connection<S> = http1::UpgradeableConnection<TokioIo<Pin<Box<TimeoutStream<TcpStream>>>>, S>;

fn connection(
    stream: TcpStream,
    of_it: OfConnection,
    router: Router,
    cache: Arc<PageCache>,
) -> Connection<
    impl hyper::service::Service<Request<Incoming>, Response = Response<Body>, Error = Infallible, Future: Send>,
> {
    let _ = stream.set_nodelay(true);
    let patience = of_it.patience;
    let mut stream = TimeoutStream::new(stream);
    // Reading has its limits elsewhere: headers by their own timer, bodies below, sockets by their pings. Somebody who
    // only listens to events sends nothing, and that is no fault.
    stream.set_write_timeout(Some(patience.stall));
    let service = service_fn(move |mut request: Request<Incoming>| {
        let (router, cache, OfConnection { permit, stopping, peer, patience }) =
            (router.clone(), Arc::clone(&cache), of_it.clone());
        async move {
            if request.method() == Method::GET
                && request.uri().query().is_none()
                && let Some(response) = cache.ready(request.uri().path(), request.headers()).await
            {
                return Ok(response);
            }
            request.extensions_mut().insert(ConnectInfo(peer));
            request.extensions_mut().insert(permit);
            request.extensions_mut().insert(stopping);
            let exchange = if request.uri().path() == upload::PATH { patience.upload } else { patience.exchange };
            match tokio::time::timeout(
                exchange,
                router.oneshot(request.map(|body| Body::new(TimeoutBody::new(patience.stall, body)))),
            )
            .await
            {
                Ok(answer) => answer,
                Err(_) => Ok(Response::builder().status(408).body(Body::empty()).expect("a status is a response")),
            }
        }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.headers)
        .max_buf_size(HEADER_BYTES)
        .serve_connection(TokioIo::new(Box::pin(stream)), service)
        .with_upgrades()
}
