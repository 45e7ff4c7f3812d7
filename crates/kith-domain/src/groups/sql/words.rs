//! Statements about what a group says of itself, what it asks, and its topics.

use kith_base::{Error, Result};
use kith_db::{Query, Tx, on_constraint, params, statement};

use crate::groups::model::{GroupText, Topic};
use crate::{GroupId, TopicId};

statement!(
    TEXTS,
    "groups.texts",
    "SELECT language, about, about_html, rules, rules_html FROM group_texts WHERE group_id = $1 ORDER BY language"
);
statement!(
    ABOUTS,
    "groups.abouts",
    "SELECT group_id, about_html FROM group_texts WHERE group_id IN ($1[]) ORDER BY group_id, language"
);
statement!(
    PUT_TEXT,
    "groups.put_text",
    "INSERT INTO group_texts (group_id, language, about, about_html, rules, rules_html)
     VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (group_id, language) DO UPDATE
        SET about = excluded.about, about_html = excluded.about_html, rules = excluded.rules,
            rules_html = excluded.rules_html"
);
statement!(DROP_TEXT, "groups.drop_text", "DELETE FROM group_texts WHERE group_id = $1 AND language = $2");
statement!(
    QUESTIONS,
    "groups.questions",
    "SELECT question FROM group_questions WHERE group_id = $1 ORDER BY position"
);
statement!(DROP_QUESTIONS, "groups.drop_questions", "DELETE FROM group_questions WHERE group_id = $1");
statement!(
    PUT_QUESTION,
    "groups.put_question",
    "INSERT INTO group_questions (group_id, position, question) VALUES ($1, $2, $3)"
);
statement!(
    TOPICS,
    "groups.topics",
    "SELECT id, name FROM group_topics WHERE group_id = $1 ORDER BY name_key"
);
statement!(
    PUT_TOPIC,
    "groups.put_topic",
    "INSERT INTO group_topics (id, group_id, name, name_key) VALUES ($1, $2, $3, $4)"
);
statement!(DROP_TOPIC, "groups.drop_topic", "DELETE FROM group_topics WHERE group_id = $1 AND id = $2");

pub(in crate::groups) fn texts(q: &mut Query<'_>, group: GroupId) -> Result<Vec<GroupText>> {
    q.all(&TEXTS, &params![group], |row| {
        Ok(GroupText {
            language: row.text("language")?,
            about: row.text("about")?,
            about_html: row.text("about_html")?,
            rules: row.text("rules")?,
            rules_html: row.text("rules_html")?,
        })
    })
}

/// What each of these groups says of itself, once for each language.
pub(in crate::groups) fn abouts(q: &mut Query<'_>, groups: &[GroupId]) -> Result<Vec<(GroupId, String)>> {
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&ABOUTS, &params![groups], |row| Ok((row.id("group_id")?, row.text("about_html")?)))
}

/// Writes the words of one language; without any, the language goes.
pub(in crate::groups) fn put_text(tx: &mut Tx<'_>, group: GroupId, text: &GroupText) -> Result<()> {
    if text.about.is_empty() && text.rules.is_empty() {
        return tx.run(&DROP_TEXT, &params![group, &text.language]).map(drop);
    }
    let values = params![group, &text.language, &text.about, &text.about_html, &text.rules, &text.rules_html];
    tx.run(&PUT_TEXT, &values).map(drop)
}

pub(in crate::groups) fn questions(q: &mut Query<'_>, group: GroupId) -> Result<Vec<String>> {
    q.all(&QUESTIONS, &params![group], |row| row.text("question"))
}

pub(in crate::groups) fn put_questions(tx: &mut Tx<'_>, group: GroupId, questions: &[String]) -> Result<()> {
    tx.run(&DROP_QUESTIONS, &params![group])?;
    for (position, question) in questions.iter().enumerate() {
        tx.run(&PUT_QUESTION, &params![group, position, question])?;
    }
    Ok(())
}

pub(in crate::groups) fn topics(q: &mut Query<'_>, group: GroupId) -> Result<Vec<Topic>> {
    q.all(&TOPICS, &params![group], |row| Ok(Topic { id: row.id("id")?, name: row.text("name")? }))
}

pub(in crate::groups) fn put_topic(
    tx: &mut Tx<'_>,
    group: GroupId,
    name: &str,
    key: &str,
) -> Result<TopicId> {
    let id = tx.new_id();
    let taken = || Error::invalid("topic", "groups-topic-taken");
    on_constraint(tx.run(&PUT_TOPIC, &params![id, group, name, key]), "group_topics_name_key", taken)?;
    Ok(id)
}

/// Whether there was one.
pub(in crate::groups) fn drop_topic(tx: &mut Tx<'_>, group: GroupId, topic: TopicId) -> Result<bool> {
    tx.run(&DROP_TOPIC, &params![group, topic]).map(|rows| rows > 0)
}
