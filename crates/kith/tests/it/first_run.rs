//! The wizard of the real program, on an empty data directory and with no setting but where it listens.

use kith_testkit::Browser;

use crate::program::{PASSWORD, Program};

#[tokio::test]
async fn the_address_of_the_wizard_counts_at_once_and_for_the_command_line() {
    let program = Program::new();
    let server = program.serve();
    let b = Browser::new(server.base.clone(), &server.base);
    b.fill_in("/setup", "/setup", &[("code", &server.code)]).await;
    let offered = b.get("/setup/address").await;
    let offered = offered.attributes("input[name=base_url]", "value");
    assert_eq!(offered, [server.base.as_str()], "the address in the browser is offered");
    b.fill_in("/setup/name", "/setup/name", &[("name", "Elmfield")]).await;
    b.fill_in("/setup/languages", "/setup/languages", &[("main", "en")]).await;
    b.fill_in("/setup/join", "/setup/join", &[("join", "invite")]).await;
    b.fill_in("/setup/address", "/setup/address", &[("base_url", "https://elmfield.example")]).await;
    let you = [("handle", "ann"), ("display_name", "Ann Adler"), ("password", PASSWORD)];
    let done = b.fill_in("/setup/admin", "/setup/admin", &you).await;
    assert_eq!(done.leads_to().as_deref(), Some("/setup/done"), "{}", done.text());

    let made = b.fill_in("/invitations", "/invitations", &[]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let link = b.open(&made.leads_to().unwrap()).await.attributes("#invite-link", "value").remove(0);
    assert!(link.starts_with("https://elmfield.example/join/"), "{link}");
    assert!(b.get("/admin/settings").await.has("input[name=base_url][value='https://elmfield.example']"));
    let printed = program.run(&["invite", "create"], "");
    let printed = String::from_utf8(printed.stdout).unwrap();
    assert!(printed.starts_with("https://elmfield.example/join/"), "{printed}");
}

#[tokio::test]
async fn without_an_address_links_lead_to_where_the_program_listens() {
    let program = Program::set_up();
    let server = program.serve();
    let b = Browser::new(server.base.clone(), &server.base);
    assert_eq!(b.sign_in_with("greta", PASSWORD).await.status, 303);
    let made = b.fill_in("/invitations", "/invitations", &[]).await.leads_to().unwrap();
    let link = b.open(&made).await.attributes("#invite-link", "value").remove(0);
    assert!(link.starts_with(&format!("{}/join/", server.base)), "{link}");
    let offered = b.get("/admin/settings").await.attributes("input[name=base_url]", "value");
    assert_eq!(offered, [server.base.as_str()], "an admin may still name one");
}
