//! Writing a post: on one's own profile, on a friend's wall, or passing another post on.

use kith_base::{Error, FieldError, Result, limits};
use kith_db::Tx;

use super::audience::{self, Ground};
use super::model::{Audience, Hold, NewPost, Post};
use super::texts::{self, Wordings};
use super::{announce, photos, policy, sql, trust, words};
use crate::changes::{self, Change};
use crate::search_terms;
use crate::viewer::{Acting, Viewer, Visible};
use crate::{App, PostId, groups, pages, viewers};

/// What a feature below does in the transaction that writes a post. A post that was handed in before is not written again,
/// and nothing is done beside it.
pub(crate) trait Along: Send + Sync + 'static {
    /// Before anything of the post is written.
    fn before(&self, _tx: &mut Tx<'_>) -> Result<()> {
        Ok(())
    }

    /// Once the post is there.
    fn after(&self, _tx: &mut Tx<'_>, _post: PostId) -> Result<()> {
        Ok(())
    }
}

impl Along for () {}

/// Writes a post. Handed in twice with the same submission word it is written once, and the first one comes back.
///
/// # Errors
/// Invalid with every field that breaks a rule; NotFound for a wall or a post that the author may not see; sign-in
/// needed or forbidden for those who may not write.
pub async fn create(app: &App, viewer: &Viewer, new: NewPost) -> Result<Visible<Post>> {
    create_along(app, viewer, new, ()).await
}

/// [`create`], with something of a feature below in the same transaction.
pub(crate) async fn create_along(
    app: &App,
    viewer: &Viewer,
    new: NewPost,
    along: impl Along,
) -> Result<Visible<Post>> {
    let (author, acting) = (viewer.active()?.id, viewer.acting());
    let new = checked(new)?;
    let unhurried = app.config.rate_limits_off();
    let (source, more) = (new.text.clone(), new.more.clone());
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Wordings::mentioned(q, &member, &source, &more)?;
            Ok((member, mentioned))
        })
        .await?;
    let words = Wordings::of(&member, &mentioned, (&new.text, &new.cover, &new.language), &new.more);
    let errors = words.check(&member, new.photos.len(), unhurried);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    app.db.write(move |tx| write(tx, (author, acting), &new, &words, &along, unhurried)).await
}

/// A post as it will be written, as far as that can be said without looking anything up.
///
/// # Errors
/// Invalid with every field that breaks a rule.
pub(crate) fn checked(mut new: NewPost) -> Result<NewPost> {
    new.text = kith_text::normalise_text(&new.text);
    new.cover = kith_text::normalise_line(&new.cover);
    new.more = texts::normalised(new.more);
    let errors = check(&new);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    new.alts = photos::checked(&new.alts)?;
    Ok(new)
}

fn check(new: &NewPost) -> Vec<FieldError> {
    let mut errors = Vec::new();
    // What is said in other languages says the same as the first.
    let has_more = !new.more.is_empty();
    if new.group.is_some() && new.wall.is_some() {
        errors.push(FieldError { field: "audience", message: "audience-missing".into() });
    }
    if new.text.is_empty() && (has_more || (new.photos.is_empty() && new.share.is_none())) {
        errors.push(FieldError { field: "text", message: "posts-text-missing".into() });
    }
    let first = (new.text.as_str(), new.cover.as_str(), new.language.as_str());
    texts::check(&mut errors, first, &new.more, new.photos.len());
    if new.group.is_none() {
        // Nobody can choose it: what is written in a group has it.
        if new.choice.audience == Audience::Group {
            errors.push(FieldError { field: "audience", message: "audience-missing".into() });
        }
        audience::check(&mut errors, &new.choice);
    }
    audience::check_comments(&mut errors, &new.comments);
    errors
}

/// The limits that new and edited posts share.
pub(super) fn check_words(
    errors: &mut Vec<FieldError>,
    text: &str,
    cover: &str,
    language: &str,
    photos: usize,
) {
    words::check_length(errors, "text", "posts-text-too-long", text, limits::POST_TEXT);
    words::check_length(errors, "cover", "posts-cover-too-long", cover, limits::COVER_TEXT);
    if photos > limits::POST_PHOTOS {
        let message = kith_base::Message::new("posts-photos-too-many").with("limit", limits::POST_PHOTOS);
        errors.push(FieldError { field: "photos", message });
    }
    if !words::is_known_language(language) {
        errors.push(FieldError { field: "language", message: "posts-language-unknown".into() });
    }
}

fn write(
    tx: &mut Tx<'_>,
    (author, acting): (crate::AccountId, Option<Acting>),
    new: &NewPost,
    words: &Wordings,
    along: &impl Along,
    unhurried: bool,
) -> Result<Visible<Post>> {
    let member = viewers::load_fresh(tx, author)?;
    let viewer = Viewer::Member(member.clone());
    viewer.active()?;
    if let Some(submission) = &new.submission
        && let Some(made) = sql::submitted(tx, author, submission)?
    {
        return super::load(tx, &viewer, made);
    }
    along.before(tx)?;
    if !unhurried {
        trust::check_pace(tx, &member)?;
    }
    let original = find_original(tx, &viewer, new.share)?;
    let place = group_place(tx, &viewer, new)?;
    let ground = match place {
        Some(place) => Ground::Group(place.group),
        None => wall_ground(tx, &viewer, new)?,
    };
    let choice = audience::settle(tx, &member, &new.choice, ground, original.as_deref())?;
    let comments = audience::settle_comments(tx, &member, &new.comments)?;
    let id = tx.new_id();
    sql::insert(
        tx,
        &sql::NewRow {
            id,
            author,
            wall: new.wall.filter(|wall| *wall != author),
            choice: &choice,
            comments: comments.audience,
            language: &words.first.language,
            cover: &new.cover,
            shared: original.as_ref().map(|post| post.id),
            photo_count: new.photos.len(),
            group: place,
            more_texts: words.more.len(),
        },
    )?;
    pages::done(tx, acting, author, pages::Act::Posted, (pages::SubjectKind::Post, id))?;
    sql::put_words(tx, id, words)?;
    search_terms::add(tx, id, author, &words.terms)?;
    sql::put_named(tx, id, &choice, &comments)?;
    photos::put(tx, author, id, &[], &new.photos)?;
    photos::describe(tx, author, &new.photos, &new.alts)?;
    if let Some(submission) = &new.submission {
        sql::insert_submission(tx, author, submission, id)?;
    }
    if let Some(original) = &original {
        sql::count_share(tx, original.id, 1)?;
        changes::record(tx, Change::PostChanged { post: original.id, author: original.author });
    }
    let wall = new.wall.filter(|wall| *wall != author);
    along.after(tx, id)?;
    let passed_on = original.as_ref().map(|original| (original.id, original.author));
    let is_bare = words.first.source.is_empty() && new.photos.is_empty();
    announce::created(tx, author, id, wall, passed_on.map(|(id, by)| (id, by, is_bare)), &words.mentioned)?;
    if let Some(place) = place {
        announce::in_group(tx, author, id, place.group, place.hold, &words.sources())?;
    }
    let tags = words.found.tags.iter().map(|tag| tag.key.clone()).collect();
    let group = place.map(|place| place.group);
    changes::record(tx, Change::PostCreated { post: id, author, wall, group, tags });
    super::load(tx, &viewer, id)
}

/// The post to pass on: of a post that itself passes one on, that one.
fn find_original(tx: &mut Tx<'_>, viewer: &Viewer, share: Option<PostId>) -> Result<Option<Visible<Post>>> {
    let Some(share) = share else { return Ok(None) };
    let mut post = super::load(tx, viewer, share)?;
    if let Some(first) = post.shared {
        post = super::load(tx, viewer, first)?;
    }
    if policy::may_share(viewer, &post.facts) { Ok(Some(post)) } else { Err(Error::not_found()) }
}

/// Where in a group the post will stand, if in one.
fn group_place(tx: &mut Tx<'_>, viewer: &Viewer, new: &NewPost) -> Result<Option<sql::NewPlace>> {
    let Some(wanted) = new.group else { return Ok(None) };
    let (group, must_wait) = groups::ground(tx, viewer, wanted.group, wanted.topic)?;
    if wanted.is_announcement && !groups::policy::may(viewer, &group, groups::Right::Arrange) {
        return Err(Error::forbidden("groups-may-not-announce"));
    }
    if !new.photos.is_empty() {
        groups::check_making(viewer, &group, groups::Right::AddPhotos, "groups-may-not-photos")?;
    }
    Ok(Some(sql::NewPlace {
        group: group.id,
        hold: must_wait.then_some(Hold::Waiting),
        topic: wanted.topic,
        is_announcement: wanted.is_announcement,
    }))
}

/// On whose ground the post will stand.
fn wall_ground(tx: &mut Tx<'_>, viewer: &Viewer, new: &NewPost) -> Result<Ground> {
    match new.wall {
        Some(owner) if owner != viewer.id_or_zero() => {
            let widest = super::wall_open_to(tx, viewer, owner)?.ok_or_else(Error::not_found)?;
            Ok(Ground::Wall(widest))
        }
        _ => Ok(Ground::Own),
    }
}
