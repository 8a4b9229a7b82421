//! Server functions: addresses that stay, and types that both sides have.

use crate::tree::{File, check, within};

#[test]
fn every_server_function_has_an_address_of_its_own() {
    let mut addresses = Vec::new();
    let mut complaints = Vec::new();
    for (file, line, declaration) in declarations() {
        let place = format!("{}:{line}", file.path);
        let (prefix, endpoint) = (argument(&declaration, "prefix"), argument(&declaration, "endpoint"));
        if !prefix.is_some_and(|prefix| prefix.starts_with("/api/v")) {
            complaints.push(format!("{place}: a server function names its version: prefix = \"/api/v1\""));
        }
        match endpoint.filter(|endpoint| endpoint.split('/').filter(|word| !word.is_empty()).count() == 2) {
            // The default address depends on where the build happens.
            None => complaints.push(format!("{place}: a server function names its address: endpoint = \"noun/verb\"")),
            Some(endpoint) if addresses.contains(&endpoint.to_owned()) => {
                complaints.push(format!("{place}: {endpoint} is the address of another server function"));
            }
            Some(endpoint) => addresses.push(endpoint.to_owned()),
        }
    }
    check(complaints);
    assert!(!addresses.is_empty(), "app/src holds no server function");
}

#[test]
fn server_functions_speak_in_types_of_one_size() {
    let found = declarations().into_iter().filter(|(_, _, declaration)| {
        declaration.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "usize" | "isize"))
    });
    check(
        found.map(|(file, line, _)| format!("{}:{line}: usize has 32 bits in the browser: use i64 or u32", file.path)),
    );
}

/// Every server function, from its attribute to its body.
fn declarations() -> Vec<(&'static File, usize, String)> {
    let mut found = Vec::new();
    for file in within(&["app/src/"], "rs") {
        let lines: Vec<(usize, &str)> = file.code().collect();
        for (at, (line, _)) in lines.iter().enumerate().filter(|(_, (_, code))| code.starts_with("#[server")) {
            let body = lines[at..].iter().position(|(_, code)| code.ends_with('{')).unwrap_or(0);
            let declaration: Vec<&str> = lines[at..=at + body].iter().map(|(_, code)| *code).collect();
            found.push((file, *line, declaration.join("\n")));
        }
    }
    found
}

/// The text between the quotes after `name = `.
fn argument<'a>(declaration: &'a str, name: &str) -> Option<&'a str> {
    declaration.split_once(&format!("{name} = \""))?.1.split('"').next()
}
