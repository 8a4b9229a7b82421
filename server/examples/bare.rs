//! Sends one prepared answer to every request and does nothing else: what the server's speed is compared with.
//!
//! `bare RESPONSE`: a file that holds an HTTP response as it came over the wire.

use std::convert::Infallible;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let file = std::env::args().nth(1).ok_or_else(|| anyhow::anyhow!("usage: bare RESPONSE"))?;
    let answer = answer(&std::fs::read(file)?)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    loop {
        let (stream, _) = listener.accept().await?;
        let answer = answer.clone();
        let service = service_fn(move |_: Request<_>| std::future::ready(Ok::<_, Infallible>(answer.clone())));
        // How a client hangs up is its own affair.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

/// The headers and the body of the file; hyper adds what belongs to the connection.
fn answer(response: &[u8]) -> anyhow::Result<Response<Full<Bytes>>> {
    let end = response.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.ok_or_else(|| anyhow::anyhow!("the file holds no HTTP response"))?;
    let mut answer = Response::new(Full::new(Bytes::copy_from_slice(&response[end + 4..])));
    for line in std::str::from_utf8(&response[..end])?.lines().skip(1) {
        let Some((name, value)) = line.split_once(": ") else { continue };
        if !["connection", "date", "content-length"].contains(&name.to_lowercase().as_str()) {
            answer.headers_mut().append(hyper::header::HeaderName::try_from(name)?, value.parse()?);
        }
    }
    Ok(answer)
}
