//! Writing a message: the form, what was typed into it, and sending it.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Message as Sentence, Result, limits};
use kith_domain::media::{self, File, FileGroup, Sent, SentFile};
use kith_domain::messages::{self, NewMessage, Talk};
use kith_domain::{ConversationId, FileId, MediaId, MessageId};
use kith_http::{Answer, Form, Upload, Visit, see_other};
use kith_locale::Locale;

use super::show::{self, answered, show_with};
use super::view::ReplyView;
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::posts::PollForm;

/// Fields of the form.
pub(super) const FIELDS: &[&str] = &[
    "text",
    "submission",
    "reply_to",
    "photos",
    "media",
    "alt",
    "alt-*",
    "files",
    "file",
    "poll_option",
    "poll_days",
    "poll_several",
    "poll_until",
    "poll_hidden",
];

/// What somebody has typed and chosen so far.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) text: String,
    pub(super) photos: Vec<(MediaId, String)>,
    pub(super) files: Vec<FileId>,
    pub(super) reply_to: Option<MessageId>,
    pub(super) poll: PollForm,
    pub(super) submission: String,
}

impl Typed {
    /// Nothing yet.
    pub(super) fn fresh() -> Self {
        Self { submission: crate::posts::submission(), ..Self::default() }
    }

    /// Reads the form. Photos that came with it are taken in, so that nobody has to choose them twice.
    pub(super) async fn read(visit: &Visit, form: &mut Form) -> Result<(Self, Option<Error>)> {
        let ids: Vec<MediaId> = form.ids("media")?;
        // Photos that the page showed carry their id in the name of their description; those that a script added stand
        // in the same order as theirs.
        let mut added = form.all("alt");
        let mut photos: Vec<(MediaId, String)> = Vec::new();
        for id in ids {
            let own = format!("alt-{id}");
            let alt = if form.has(&own) { form.get(&own) } else { added.next().unwrap_or_default() };
            photos.push((id, alt.to_owned()));
        }
        drop(added);
        let mut typed = Self {
            text: form.get("text").to_owned(),
            photos,
            files: form.ids("file")?,
            reply_to: form.parse("reply_to")?,
            poll: PollForm::read(form),
            submission: form.get("submission").chars().take(64).collect(),
        };
        let mut problem = None;
        for upload in form.take_files("photos") {
            problem = typed.take_photo(visit, &upload).await.err().or(problem);
        }
        for upload in form.take_files("files") {
            problem = typed.take_file(visit, &upload).await.err().or(problem);
        }
        Ok((typed, problem))
    }

    async fn take_photo(&mut self, visit: &Visit, upload: &Upload) -> Result<()> {
        if self.photos.len() >= limits::MESSAGE_PHOTOS {
            let sentence = Sentence::new("messages-too-many-photos").with("limit", limits::MESSAGE_PHOTOS);
            return Err(Error::invalid("photos", sentence));
        }
        let bytes = u64::try_from(upload.bytes).unwrap_or(u64::MAX);
        let sent = Sent { path: upload.path.to_path_buf(), bytes, alt: String::new(), crop: None };
        let photo = media::upload(&visit.app, &visit.viewer, sent).await?;
        self.photos.push((photo.id, String::new()));
        Ok(())
    }

    /// A picture among the files is a photo like the others.
    async fn take_file(&mut self, visit: &Visit, upload: &Upload) -> Result<()> {
        if media::is_photo(upload.path.to_path_buf()).await? {
            return self.take_photo(visit, upload).await;
        }
        if self.files.len() >= limits::MESSAGE_FILES {
            let sentence = Sentence::new("messages-too-many-files").with("limit", limits::MESSAGE_FILES);
            return Err(Error::invalid("files", sentence));
        }
        let sent = SentFile { path: upload.path.to_path_buf(), name: upload.name.clone() };
        self.files.push(media::take_file(&visit.app, &visit.viewer, sent).await?.id);
        Ok(())
    }

    /// Hands it over to `put`, once its photos are described.
    pub(super) async fn hand_in<T, F: Future<Output = Result<T>>>(
        &self,
        visit: &Visit,
        problem: Option<Error>,
        put: impl FnOnce(NewMessage) -> F,
    ) -> Result<T> {
        if let Some(problem) = problem {
            return Err(problem);
        }
        for (id, alt) in self.photos.iter().filter(|(_, alt)| !alt.is_empty()) {
            media::describe(&visit.app, &visit.viewer, *id, alt).await?;
        }
        put(NewMessage {
            text: self.text.clone(),
            photos: self.photos.iter().map(|(id, _)| *id).collect(),
            files: self.files.clone(),
            reply_to: self.reply_to,
            poll: self.poll.asked(&visit.locale, visit.now),
            submission: (!self.submission.is_empty()).then(|| self.submission.clone()),
        })
        .await
    }
}

/// A photo in the form.
pub(super) struct Attached {
    pub(super) id: String,
    pub(super) src: String,
    pub(super) alt: String,
}

/// A file as a card: what it is, its name and its size.
pub(crate) struct FileView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) size: String,
    pub(crate) icon: &'static str,
    /// What kind of thing it is, in a word.
    pub(crate) kind: String,
}

impl FileView {
    pub(crate) fn of(l: &Locale, file: &File) -> Self {
        let (icon, kind) = match file.group() {
            FileGroup::Document => ("page", "messages-file-document"),
            FileGroup::Text => ("list", "messages-file-text"),
            FileGroup::Audio => ("sound", "messages-file-audio"),
            FileGroup::Archive => ("archive", "messages-file-archive"),
        };
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            size: l.bytes(file.bytes),
            icon,
            kind: l.t(kind),
        }
    }
}

/// The form.
pub(super) struct ComposerView {
    pub(super) action: String,
    /// Whether scripts send it without leaving the page.
    pub(super) is_live: bool,
    pub(super) submission: String,
    pub(super) text: String,
    pub(super) photos: Vec<Attached>,
    pub(super) files: Vec<FileView>,
    /// What is said beside the field for files; none where no files can be sent.
    pub(super) files_hint: Option<String>,
    pub(super) reply: Option<ReplyView>,
    pub(super) poll: PollForm,
    pub(super) most: usize,
    pub(super) problems: Problems,
}

impl ComposerView {
    /// The form of a conversation.
    pub(super) async fn of(
        visit: &Visit,
        frame: &Frame,
        talk: &Talk,
        typed: Typed,
        problems: Problems,
    ) -> Result<Self> {
        let reply = match typed.reply_to {
            Some(id) => answered(visit, frame, talk, id).await?,
            None => None,
        };
        let action = format!("/messages/{}", talk.conversation.id);
        Ok(Self { reply, is_live: true, ..Self::to(visit, action, typed, problems).await? })
    }

    /// A form that begins a conversation.
    pub(super) async fn to(visit: &Visit, action: String, typed: Typed, problems: Problems) -> Result<Self> {
        let ids: Vec<MediaId> = typed.photos.iter().map(|(id, _)| *id).collect();
        let known = match ids.is_empty() {
            true => Default::default(),
            false => visit.app.db.read(move |q| media::photos(q, &ids)).await?,
        };
        let files = media::own_files(&visit.app, &visit.viewer, typed.files).await?;
        let (l, rules) = (&visit.locale, &visit.site.files);
        let hint = || {
            l.t2("messages-files-most", "limit", limits::MESSAGE_FILES, "size", l.bytes(rules.max_bytes()))
        };
        let kept = typed.photos.into_iter().filter(|(id, _)| known.contains_key(id));
        Ok(Self {
            action,
            is_live: false,
            submission: typed.submission,
            text: typed.text,
            photos: kept
                .map(|(id, alt)| Attached { id: id.to_string(), src: format!("/media/{id}/small"), alt })
                .collect(),
            files: files.iter().map(|file| FileView::of(l, file)).collect(),
            files_hint: rules.is_any().then(hint),
            reply: None,
            poll: typed.poll.of_message(),
            most: limits::MESSAGE_PHOTOS,
            problems,
        })
    }
}

#[derive(Template)]
#[template(path = "messages/composer_part.html")]
struct ComposerPart {
    frame: Frame,
    composer: ComposerView,
}

pub(super) async fn send(visit: Visit, Path(id): Path<ConversationId>, mut form: Form) -> Answer {
    form.only(FIELDS)?;
    // Nobody's photos are taken in for a conversation that is not there for them.
    messages::open(&visit.app, &visit.viewer, id).await?;
    let (typed, problem) = Typed::read(&visit, &mut form).await?;
    let put = |new| messages::send(&visit.app, &visit.viewer, id, new);
    match typed.hand_in(&visit, problem, put).await {
        Ok(_) if visit.is_fragment => form_part(&visit, id, Typed::fresh(), Problems::default()).await,
        Ok(sent) => Ok(see_other(&format!("/messages/{id}#message-{}", sent.id))),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = if visit.is_fragment {
                form_part(&visit, id, typed, problems).await?
            } else {
                show_with(&visit, id, &show::Wanted::default(), typed, problems).await?
            };
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

/// The form alone, for scripts: empty after something was sent, filled in after it was not.
async fn form_part(visit: &Visit, id: ConversationId, typed: Typed, problems: Problems) -> Answer {
    let talk = messages::open(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::new(visit, "");
    let composer = ComposerView::of(visit, &frame, &talk, typed, problems).await?;
    page(&ComposerPart { composer, frame })
}
