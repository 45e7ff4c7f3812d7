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
