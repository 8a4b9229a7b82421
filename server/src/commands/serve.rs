//! `redazione serve`.

use anyhow::Result;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use crate::config::Config;
use crate::{boot, listen};

/// Serves the paper until it is told to stop.
pub(super) async fn serve(config: &Config) -> Result<()> {
    log(config);
    let listener = listen::bind(&config.listen).await?;
    let here = format!("http://{}", listener.local_addr()?);
    let base_url = if config.base_url.is_empty() { here.clone() } else { config.base_url.clone() };
    let newsroom = boot::open(config, &base_url).await?;
    let options = boot::Options {
        base_url: base_url.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
        bench: config.bench,
    };
    let booted = boot::boot(newsroom.clone(), &options).await?;
    println!("listening on {here}");
    if let Some(token) = newsroom.wizard().token().await? {
        println!("first visit: {base_url}/desk?token={token}");
    }
    let stop = told_to_stop()?;
    listen::serve(listener, booted.router, booted.cache, stop).await;
    newsroom.close().await?;
    Ok(())
}

/// Logs to standard error; standard output is for answers.
pub(super) fn log(config: &Config) {
    let filter = EnvFilter::try_new(&config.log_level).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Tests run several commands in one process: the first one's subscriber stays.
    let _ = if config.log_format == "json" { builder.json().try_init() } else { builder.try_init() };
}

fn told_to_stop() -> Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    })
}
