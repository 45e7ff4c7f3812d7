//! `kith demo`: a community in one command, on both engines, and the same one for the same seed.

use kith_testkit::{PASSWORD, Program};

use crate::{BINARY, signed_in};

const DEMO: [&str; 6] = ["demo", "--members", "12", "--seed", "7", "--password-stdin"];

fn fill(program: &Program, arguments: &[&str]) -> String {
    let output = program.run_with_input(arguments, &format!("{PASSWORD}\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn a_made_up_community_reads_like_one() {
    let both = [Some(Program::on_sqlite(BINARY)), Program::on_postgres(BINARY)];
    let mut told = Vec::new();
    for mut program in both.into_iter().flatten() {
        told.push(fill(&program, &DEMO));
        program.serve(&[]).await;
        let browser = signed_in(&program, "amina").await;
        let home = browser.get("/").await;
        assert!(home.attributes("#feed > article", "id").len() >= 10, "{}", home.text());
        let people = browser.get("/people").await;
        assert!(people.attributes("#people .who", "href").len() >= 11, "{}", people.text());
        let photo = home.attributes("img[src^='/media/']", "src").pop().expect("faces");
        let photo = browser.get(&photo).await;
        assert_eq!((photo.status, photo.header("content-type").split('/').next()), (200, Some("image")));
    }
    assert!(told.iter().all(|told| told.starts_with("Elmfield: 12 people, ")), "{told:?}");
    assert!(told.windows(2).all(|pair| pair[0] == pair[1]), "the same seed, the same numbers: {told:?}");
}

#[test]
fn a_second_run_does_not_promise_the_new_password_to_everybody() {
    let program = Program::on_sqlite(BINARY);
    assert!(fill(&program, &DEMO).contains("All of them have it."));
    let second = fill(&program, &["demo", "--members", "3", "--seed", "8", "--password-stdin"]);
    assert!(!second.contains("All of them") && second.contains("keeps their own"), "{second}");
}

#[tokio::test]
async fn texts_and_photos_of_ones_own_are_taken_and_what_is_refused_is_told() {
    let mut program = Program::on_sqlite(BINARY);
    let texts = program.folder.path().join("texts.jsonl");
    let words = "Our own words about the old mill";
    std::fs::write(&texts, format!("{{\"lang\": \"en\", \"text\": \"{words}\"}}\n")).unwrap();
    let photos = program.folder.path().join("photos");
    std::fs::create_dir(&photos).unwrap();
    std::fs::write(photos.join("grey.png"), GREY).unwrap();
    std::fs::write(photos.join("broken.png"), &GREY[..40]).unwrap();
    std::fs::write(photos.join("notes.txt"), "not looked at").unwrap();
    let (texts, photos) = (texts.to_str().unwrap(), photos.to_str().unwrap());
    let told = fill(&program, &[&DEMO[..], &["--texts", texts, "--photos", photos]].concat());
    let left_out = told.lines().find(|line| line.starts_with("Pictures left out: 1.")).expect(&told);
    assert!(left_out.len() > "Pictures left out: 1. The first one: ".len(), "{told}");
    program.serve(&[]).await;
    let browser = signed_in(&program, "amina").await;
    let home = browser.get("/").await;
    assert!(home.text().contains(words), "{}", home.text());
    std::fs::write(texts, "no JSON\n").unwrap();
    let wrong = program.run(&["demo", "--texts", texts]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("line 1"), "{wrong:?}");
}

/// One grey pixel.
const GREY: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
    0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
    0x77, 0xcd, 0x72, 0xb6, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn a_graph_of_friendships_is_taken_as_it_is() {
    let program = Program::on_sqlite(BINARY);
    let edges = program.folder.path().join("edges.txt");
    std::fs::write(&edges, "# a triangle with a tail\n1 2\n2 3\n3 1\n3 9\n").unwrap();
    let told = fill(&program, &["demo", "--edges", edges.to_str().unwrap(), "--password-stdin"]);
    assert!(told.contains("4 people, 4 friendships"), "{told}");
}

#[test]
fn wrong_use_of_the_demo_is_told_in_one_line() {
    let program = Program::on_sqlite(BINARY);
    let nowhere = ["--members", "1"];
    let missing = ["--edges", "no/such/file"];
    for wrong in [nowhere, missing] {
        let output = program.run(&[&["demo"], wrong.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).trim().lines().count(), 1, "{wrong:?}");
    }
}
