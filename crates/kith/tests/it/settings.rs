//! Where settings come from, which of them are honoured, and what outlasts a restart of the real program.

use kith_testkit::{Answer, PASSWORD, Program};

use crate::program::Program as Bare;
use crate::{BINARY, create, each, set_up, signed_in};

#[test]
fn flags_win_over_variables_over_the_file_over_defaults() {
    let bare = Bare::new();
    let folder = bare.data.path();
    let file = folder.join("settings.toml");
    let from_file = folder.join("from-file");
    let text = format!("data = {:?}\nbase_url = \"https://file.example\"\n", from_file.display().to_string());
    std::fs::write(&file, text).unwrap();
    let file = file.to_str().unwrap();
    let (from_variable, from_flag) = (folder.join("from-variable"), folder.join("from-flag"));
    let run = |words: &[&str], variables: &[(&str, &str)]| {
        let mut command = std::process::Command::new(BINARY);
        command.env_clear().envs(variables.iter().copied()).current_dir(folder).args(words);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let variable = [("KITH_DATA", from_variable.to_str().unwrap())];
    run(&["migrate"], &[]);
    assert!(folder.join("data/kith.db").is_file(), "the default");
    run(&["migrate", "--config", file], &[]);
    assert!(from_file.join("kith.db").is_file(), "the file over the default");
    run(&["migrate", "--config", file], &variable);
    assert!(from_variable.join("kith.db").is_file(), "the variable over the file");
    run(&["migrate", "--config", file, "--data", from_flag.to_str().unwrap()], &variable);
    assert!(from_flag.join("kith.db").is_file(), "the flag over the variable");

    // The same with a setting whose effect is printed.
    let program = set_up(Program::on_sqlite(BINARY));
    let data = program.data();
    let invite = ["invite", "create", "--config", file, "--data", data.to_str().unwrap()];
    assert!(run(&invite, &[]).starts_with("https://file.example/join/"));
    let variable = [("KITH_BASE_URL", "https://variable.example")];
    assert!(run(&invite, &variable).starts_with("https://variable.example/join/"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_stay_on_when_others_can_reach_the_server() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    let everywhere = format!("0.0.0.0:{}", program.listens.port());
    program.serve(&[("KITH_RATE_LIMITS", "off"), ("KITH_LISTEN", &everywhere)]).await;
    assert!(program.log().contains("the limits stay on"), "{}", program.log());
    let browser = program.browser();
    let token = browser.token().await;
    let mut refused = 0;
    for _ in 0..30 {
        let answer = browser.post_bare("/theme", &[("csrf", &token), ("theme", "dark")]).await;
        refused += usize::from(answer.status == 429);
    }
    assert!(refused >= 5, "{refused} of thirty were refused");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f15_tries_to_sign_in_are_counted_on_after_a_restart() {
    each(async |mut program: Program| {
        create(&program, "ann");
        program.serve(&[]).await;
        let stranger = program.browser();
        for _ in 0..10 {
            assert_eq!(stranger.sign_in_with("ann", "wrong horse entirely").await.status, 422);
        }
        program.kill();
        program.serve(&[]).await;
        let answer = program.browser().sign_in("ann").await;
        assert_eq!(answer.status, 429, "the restart has forgiven: {}", answer.text());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f7_tries_at_a_recovery_code_are_counted_on_after_a_restart() {
    each(async |mut program: Program| {
        create(&program, "ann");
        program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
        let owner = signed_in(&program, "olive").await;
        let list = owner.get("/admin/members?word=ann").await;
        let member = list.attributes("a[href^='/admin/members/']", "href").remove(0);
        let page = owner.fill_in(&member, &format!("{member}/code"), &[]).await;
        let (_, rest) = page.body.split_once("<code>").expect(&page.body);
        let code = rest.split('<').next().unwrap().to_owned();
        let new = "seven green herons at the weir";
        let try_with = async |program: &Program, code: &str| {
            let fields = [("login", "ann"), ("code", code), ("password", new)];
            program.browser().fill_in("/recover", "/recover", &fields).await.status
        };
        for _ in 0..3 {
            assert_eq!(try_with(&program, "AAAA-BBBB-CCCC").await, 422);
        }
        program.kill();
        program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
        for _ in 0..2 {
            assert_eq!(try_with(&program, "AAAA-BBBB-CCCC").await, 422);
        }
        assert_eq!(try_with(&program, &code).await, 422, "the sixth try counts from before the restart");
        assert_eq!(program.browser().sign_in_with("ann", PASSWORD).await.status, 303);
    })
    .await;
}

/// Sends the form to join, so incomplete that nobody joins by it.
async fn try_to_join(program: &Program, language: &str) -> Answer {
    let browser = program.browser();
    browser.set_cookie("kith-language", language);
    browser.fill_in("/join", "/join", &[("handle", "nobody"), ("password", "short")]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f15_forms_to_join_are_counted_on_after_a_restart_and_the_refusal_can_be_read() {
    each(async |mut program: Program| {
        // Each start forgives what is counted in memory, 20 changes a minute; sixty forms an hour are counted for good.
        for start in 0..4 {
            program.serve(&[]).await;
            for form in 0..15 {
                let answer = try_to_join(&program, "en").await;
                assert_eq!(answer.status, 422, "form {form} of start {start}: {}", answer.text());
            }
            program.kill();
        }
        program.serve(&[]).await;
        for (language, sentence) in [
            ("de", "Das war viel in kurzer Zeit."),
            ("es", "Han sido muchos intentos en poco tiempo."),
            ("ar", "محاولات كثيرة في وقت قصير."),
        ] {
            let refused = try_to_join(&program, language).await;
            assert_eq!(refused.status, 429, "the restart has forgiven: {}", refused.text());
            let wait: u32 = refused.header("retry-after").parse().expect("when to come back");
            assert!((1..=3_600).contains(&wait), "{wait}");
            assert!(refused.has(&format!("html[lang={language}]")), "{language}");
            assert!(refused.text().contains(sentence), "{language}: {}", refused.text());
            assert!(refused.has("input[name=handle][value=nobody]"), "what was typed comes back");
        }
        // Reading is not what was too much.
        assert_eq!(program.browser().get("/join").await.status, 200);
    })
    .await;
}
