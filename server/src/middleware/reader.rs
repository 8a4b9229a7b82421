//! Who asks, as far as the connection tells.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use axum::middleware::Next;
use axum::response::Response;
use newsroom::Reader;

/// Puts the [`Reader`] into the request's extensions.
pub(crate) async fn reader(State(proxies): State<Arc<[IpAddr]>>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip().to_canonical());
    let address = if proxies.contains(&peer) { forwarded(request.headers(), &proxies).unwrap_or(peer) } else { peer };
    let user_agent =
        request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    request.extensions_mut().insert(Reader { address, user_agent });
    next.run(request).await
}

/// The nearest address in `X-Forwarded-For` that is no proxy of ours. Whatever stands left of it, anyone can have written.
fn forwarded(headers: &HeaderMap, proxies: &[IpAddr]) -> Option<IpAddr> {
    let list = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let addresses: Vec<IpAddr> =
        list.flat_map(|value| value.split(',')).map_while(|text| text.trim().parse().ok()).collect();
    addresses.into_iter().rev().map(|address: IpAddr| address.to_canonical()).find(|address| !proxies.contains(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, expected: Option<&str>) {
        let proxies = ["10.0.0.1".parse().expect("an address")];
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", header.parse().expect("a header"));
        assert_eq!(forwarded(&headers, &proxies).map(|address| address.to_string()).as_deref(), expected, "{header}");
    }

    #[test]
    fn only_the_last_hop_outside_is_believed() {
        check("203.0.113.9", Some("203.0.113.9"));
        check("198.51.100.1, 203.0.113.9", Some("203.0.113.9"));
        check("203.0.113.9, 10.0.0.1", Some("203.0.113.9"));
        check("10.0.0.1", None);
    }
}
