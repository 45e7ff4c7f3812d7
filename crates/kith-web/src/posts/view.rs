//! Cards as templates read them: every sentence in the reader's language, every address ready.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kith_domain::accounts::PersonCard;
use kith_domain::cards::{Card, CommentCard, May, Original, Photo, Shared, ThreadCard};
use kith_domain::groups::Visibility;
use kith_domain::posts::{Audience, Hold, Post};
use kith_domain::reactions::{ReactionKind, Tally};
use kith_locale::Locale;

use super::poll::PollView;
use crate::frame::{Frame, hue_of, initials_of};
use crate::reading::{Switch, others};

/// Photos of which a mosaic shows a piece; the rest are behind "+7".
const MOSAIC: usize = 5;

/// A person with a link to their profile.
#[derive(Clone)]
pub(crate) struct PersonView {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) avatar: Option<String>,
    pub(crate) hue: u8,
    pub(crate) initials: String,
}

impl PersonView {
    pub(crate) fn of(l: &Locale, card: &PersonCard) -> Self {
        let name = if card.name.is_empty() { l.t("posts-former-member") } else { card.name.clone() };
        Self {
            id: card.id.to_string(),
            href: format!("/u/{}", card.handle),
            avatar: card.avatar.map(|id| format!("/media/{id}/square")),
            hue: hue_of(card.id.raw()),
            initials: initials_of(&name),
            name,
        }
    }
}

/// A moment: short, in full, and for machines.
#[derive(Clone)]
pub(crate) struct TimeView {
    pub(crate) short: String,
    pub(crate) full: String,
    pub(crate) iso: String,
}

impl TimeView {
    pub(crate) fn of(frame: &Frame, at: kith_base::Millis) -> Self {
        let l = &frame.l;
        Self { short: l.time_ago(at, frame.now), full: l.date_time(at), iso: l.iso(at) }
    }
}

/// A photo on a card.
pub(crate) struct PhotoView {
    pub(crate) src: String,
    pub(crate) full: String,
    /// What stands in its place until it has come.
    pub(crate) blur: Option<String>,
    /// The page of this photo, for whoever has no script.
    pub(crate) page: String,
    pub(crate) alt: String,
    pub(crate) label: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

/// The photos of a card, laid out.
#[derive(Default)]
pub(crate) struct MosaicView {
    pub(crate) shown: Vec<PhotoView>,
    pub(crate) hidden: Vec<PhotoView>,
    pub(crate) more: String,
}

/// One of the seven on the row.
pub(crate) struct ChoiceView {
    pub(crate) value: &'static str,
    pub(crate) symbol: &'static str,
    pub(crate) label: String,
    pub(crate) pressed: bool,
}

/// The button and the row of reactions of one thing. A pressed button takes the reaction back.
pub(crate) struct ReactionsView {
    pub(crate) action: String,
    pub(crate) id: String,
    pub(crate) value: &'static str,
    pub(crate) symbol: Option<&'static str>,
    pub(crate) label: String,
    pub(crate) pressed: bool,
    pub(crate) choices: Vec<ChoiceView>,
    pub(crate) symbols: Vec<&'static str>,
    pub(crate) count: String,
    pub(crate) count_label: String,
    pub(crate) who: String,
}

impl ReactionsView {
    pub(crate) fn of(l: &Locale, base: &str, id: String, tally: &Tally) -> Self {
        let label = |kind: ReactionKind| l.t(label_key(kind));
        let choices = ReactionKind::ALL.iter().map(|kind| {
            let pressed = tally.mine == Some(*kind);
            let value = if pressed { "none" } else { kind.as_str() };
            ChoiceView { value, symbol: kind.symbol(), label: label(*kind), pressed }
        });
        let mine = tally.mine.filter(|kind| *kind != ReactionKind::Like);
        Self {
            action: format!("{base}/reaction"),
            id,
            value: if tally.mine.is_some() { "none" } else { ReactionKind::Like.as_str() },
            symbol: mine.map(ReactionKind::symbol),
            label: label(tally.mine.unwrap_or(ReactionKind::Like)),
            pressed: tally.mine.is_some(),
            choices: choices.collect(),
            symbols: tally.top().map(ReactionKind::symbol).collect(),
            count: if tally.total() > 0 { l.compact(tally.total()) } else { String::new() },
            count_label: l.t1("reactions-count", "count", tally.total()),
            who: format!("{base}/reactions"),
        }
    }
}

/// The key of a reaction's name.
pub(crate) const fn label_key(kind: ReactionKind) -> &'static str {
    match kind {
        ReactionKind::Like => "reactions-like",
        ReactionKind::Love => "reactions-love",
        ReactionKind::Care => "reactions-care",
        ReactionKind::Haha => "reactions-haha",
        ReactionKind::Wow => "reactions-wow",
        ReactionKind::Sad => "reactions-sad",
        ReactionKind::Angry => "reactions-angry",
    }
}

/// The post inside a post.
pub(crate) enum SharedView {
    /// None.
    Nothing,
    /// One that can be read.
    Original(Box<OriginalView>),
    /// One that cannot.
    Gone,
}

/// A post inside a post.
pub(crate) struct OriginalView {
    pub(crate) href: String,
    pub(crate) author: PersonView,
    pub(crate) time: TimeView,
    pub(crate) audience: AudienceView,
    pub(crate) language: String,
    pub(crate) cover: String,
    pub(crate) html: String,
    /// Ways to the same in other languages.
    pub(crate) others: Vec<Switch>,
    pub(crate) photos: MosaicView,
    pub(crate) poll: Option<PollView>,
}

/// For whom something is: a symbol and a word.
pub(crate) struct AudienceView {
    pub(crate) icon: &'static str,
    pub(crate) text: String,
}

impl AudienceView {
    pub(crate) fn of(l: &Locale, site: &str, audience: Audience, circle: Option<&str>) -> Self {
        let text = match (audience, circle) {
            (Audience::World, _) => l.t("audience-world"),
            (Audience::Community, _) => l.t1("audience-community", "site", site),
            (Audience::Friends, _) => l.t("audience-friends"),
            (Audience::FriendsExcept, _) => l.t("audience-friends-except"),
            (Audience::Circle, Some(name)) => l.t1("audience-circle-named", "name", name),
            (Audience::Circle, None) => l.t("audience-circle"),
            (Audience::People, _) => l.t("audience-people"),
            (Audience::Self_, _) => l.t("audience-self"),
            (Audience::Group, _) => l.t("groups-audience"),
        };
        Self { icon: icon_of(audience), text }
    }

    /// Others are not told whom somebody left out, nor how somebody sorts their friends.
    fn for_reader(l: &Locale, site: &str, post: &Post, may: Option<May>, circle: Option<&str>) -> Self {
        let is_author = may.is_some_and(|may| may.edit);
        match post.audience() {
            Audience::FriendsExcept if !is_author => Self::of(l, site, Audience::Friends, None),
            Audience::Circle if !is_author => Self::of(l, site, Audience::People, None),
            Audience::Group => {
                let icon = match &post.facts.group {
                    Some(group) if group.visibility == Visibility::Public => "globe",
                    Some(group) if group.visibility == Visibility::Site => "community",
                    _ => "people",
                };
                Self { icon, text: l.t("groups-audience") }
            }
            Audience::Self_ if post.wall.is_some() => {
                Self { icon: icon_of(Audience::Self_), text: l.t("audience-two-of-us") }
            }
            audience => Self::of(l, site, audience, circle),
        }
    }
}

const fn icon_of(audience: Audience) -> &'static str {
    match audience {
        Audience::World => "globe",
        Audience::Community => "community",
        Audience::Friends => "friends",
        Audience::FriendsExcept => "person-off",
        Audience::Circle => "circle",
        Audience::People => "people",
        Audience::Self_ => "lock",
        Audience::Group => "people",
    }
}

/// The group of a post on its card.
pub(crate) struct PostGroupView {
    pub(crate) name: String,
    pub(crate) href: String,
    /// Its label there, with where that leads.
    pub(crate) topic: Option<(String, String)>,
    pub(crate) is_announcement: bool,
    /// What is said of a post that is held back.
    pub(crate) hold: Option<String>,
    /// Where those who look after the group find what they may do with it.
    pub(crate) tools: Option<String>,
}

impl PostGroupView {
    fn of(frame: &Frame, card: &Card) -> Option<Self> {
        let (group, post) = (card.post.group.as_ref()?, &card.post);
        let href = format!("/groups/{}", group.slug);
        let hold = post.facts.hold.map(|hold| match (hold, group.reason.as_deref().unwrap_or_default()) {
            (Hold::Waiting, _) => frame.l.t("groups-post-waits"),
            (Hold::Declined, "") => frame.l.t("groups-post-sent-back"),
            (Hold::Declined, reason) => frame.l.t1("groups-post-sent-back-why", "reason", reason),
        });
        Some(Self {
            name: group.name.clone(),
            topic: group.topic.as_ref().map(|(id, name)| (format!("{href}?topic={id}"), name.clone())),
            is_announcement: group.is_announcement,
            hold,
            tools: card.may.arrange.then(|| format!("{href}/posts/{}", post.id)),
            href,
        })
    }
}

/// Who of a page's team spoke for it.
pub(crate) fn by(l: &Locale, person: Option<&PersonCard>) -> Option<String> {
    person.map(|person| l.t1("pages-by", "name", person.name.as_str()))
}

/// A post on a card.
pub(crate) struct PostView {
    pub(crate) id: String,
    pub(crate) href: String,
    pub(crate) author: PersonView,
    /// Who of a page's team wrote it, for that team.
    pub(crate) by: Option<String>,
    pub(crate) wall: Option<PersonView>,
    pub(crate) group: Option<PostGroupView>,
    pub(crate) time: TimeView,
    pub(crate) audience: AudienceView,
    pub(crate) is_edited: bool,
    pub(crate) is_pinned: bool,
    pub(crate) is_saved: bool,
    pub(crate) is_closed: bool,
    pub(crate) filtered: Option<String>,
    pub(crate) language: String,
    pub(crate) cover: String,
    pub(crate) html: String,
    /// Ways to the same in other languages.
    pub(crate) others: Vec<Switch>,
    pub(crate) photos: MosaicView,
    pub(crate) poll: Option<PollView>,
    pub(crate) shared: SharedView,
    pub(crate) reactions: ReactionsView,
    pub(crate) comment_count: String,
    pub(crate) share_count: String,
    pub(crate) earlier: Option<String>,
    pub(crate) comments: Vec<CommentView>,
    pub(crate) may: May,
}

impl PostView {
    pub(crate) fn of(frame: &Frame, card: &Card) -> Self {
        let (l, post) = (&frame.l, &card.post);
        let id = post.id.to_string();
        let href = format!("/p/{id}");
        let counted =
            |key: &str, count: i64| if count > 0 { l.t1(key, "count", count) } else { String::new() };
        let words = post.best(&frame.reading);
        let earlier = card.comment_count - i64::try_from(card.comments.len()).unwrap_or(0);
        Self {
            author: PersonView::of(l, &card.author),
            by: by(l, card.spoken_by.as_ref()),
            wall: card.wall.as_ref().map(|wall| PersonView::of(l, wall)),
            group: PostGroupView::of(frame, card),
            time: TimeView::of(frame, post.created_at),
            audience: AudienceView::for_reader(
                l,
                &frame.site_name,
                post,
                Some(card.may),
                card.circle.as_deref(),
            ),
            is_edited: post.edited_at.is_some(),
            is_pinned: card.is_pinned,
            is_saved: card.is_saved,
            is_closed: post.facts.comments_closed_at.is_some(),
            filtered: card.filtered.clone(),
            language: words.language.to_owned(),
            cover: words.cover.to_owned(),
            html: words.html.to_owned(),
            others: in_other_languages(post, words.language),
            photos: mosaic(l, &card.photos),
            poll: card.poll.as_ref().map(|poll| PollView::of(l, poll)),
            shared: shared(frame, &card.shared),
            reactions: ReactionsView::of(l, &href, format!("post-{id}"), &card.tally),
            comment_count: counted("comments-count", card.comment_count),
            share_count: counted("posts-share-count", card.share_count),
            earlier: (earlier > 0 && !card.comments.is_empty())
                .then(|| l.t1("comments-see-more", "count", earlier)),
            comments: card.comments.iter().map(|comment| CommentView::of(frame, comment)).collect(),
            may: card.may,
            id,
            href,
        }
    }

    /// Whether it passes another post on.
    pub(crate) const fn passes_on(&self) -> bool {
        !matches!(self.shared, SharedView::Nothing)
    }

    /// Whether there is anything behind the dots that not everybody has.
    pub(crate) const fn is_mine_to_change(&self) -> bool {
        self.may.edit || self.may.delete || self.may.arrange
    }
}

/// A comment.
pub(crate) struct CommentView {
    pub(crate) id: String,
    pub(crate) post: String,
    pub(crate) thread: String,
    pub(crate) author: PersonView,
    pub(crate) by: Option<String>,
    pub(crate) answers: Option<PersonView>,
    pub(crate) time: TimeView,
    pub(crate) is_edited: bool,
    pub(crate) language: String,
    pub(crate) html: String,
    pub(crate) photos: MosaicView,
    pub(crate) reactions: ReactionsView,
    pub(crate) is_saved: bool,
    pub(crate) may_edit: bool,
    pub(crate) may_delete: bool,
}

impl CommentView {
    pub(crate) fn of(frame: &Frame, card: &CommentCard) -> Self {
        let (l, comment) = (&frame.l, &card.comment);
        let id = comment.id.to_string();
        Self {
            post: comment.post.to_string(),
            thread: comment.thread.unwrap_or(comment.id).to_string(),
            author: PersonView::of(l, &card.author),
            by: by(l, card.spoken_by.as_ref()),
            answers: card.answers.as_ref().map(|answers| PersonView::of(l, answers)),
            time: TimeView::of(frame, comment.created_at),
            is_edited: comment.edited_at.is_some(),
            language: comment.language.clone(),
            html: comment.html.clone(),
            photos: mosaic(l, card.photo.as_slice()),
            reactions: ReactionsView::of(l, &format!("/comment/{id}"), format!("comment-{id}"), &card.tally),
            is_saved: card.is_saved,
            may_edit: card.may_edit,
            may_delete: card.may_delete,
            id,
        }
    }
}

/// A thread on a post's own page.
pub(crate) struct ThreadView {
    pub(crate) id: String,
    pub(crate) first: Option<CommentView>,
    pub(crate) replies: Vec<CommentView>,
    /// Address and words of the way to more answers.
    pub(crate) more: Option<(String, String)>,
}

impl ThreadView {
    pub(crate) fn of(frame: &Frame, post: &str, thread: &ThreadCard) -> Self {
        let replies: Vec<CommentView> =
            thread.replies.iter().map(|reply| CommentView::of(frame, reply)).collect();
        let after = thread.replies.last().map(|reply| reply.comment.id.to_string()).unwrap_or_default();
        let more = (thread.more > 0).then(|| {
            let href = format!("{post}?thread={}&after={after}#comments", thread.id);
            (href, frame.l.t1("comments-more-replies", "count", thread.more))
        });
        let first = thread.first.as_ref().map(|first| CommentView::of(frame, first));
        Self { id: thread.id.to_string(), first, replies, more }
    }
}

fn shared(frame: &Frame, shared: &Shared) -> SharedView {
    match shared {
        Shared::Nothing => SharedView::Nothing,
        Shared::Gone => SharedView::Gone,
        Shared::Original(original) => SharedView::Original(Box::new(original_view(frame, original))),
    }
}

fn original_view(frame: &Frame, original: &Original) -> OriginalView {
    let post = &original.post;
    let words = post.best(&frame.reading);
    OriginalView {
        href: format!("/p/{}", post.id),
        author: PersonView::of(&frame.l, &original.author),
        time: TimeView::of(frame, post.created_at),
        audience: AudienceView::for_reader(&frame.l, &frame.site_name, post, None, None),
        language: words.language.to_owned(),
        cover: words.cover.to_owned(),
        html: words.html.to_owned(),
        others: in_other_languages(post, words.language),
        photos: mosaic(&frame.l, &original.photos),
        // A form inside somebody else's post, or inside the composer, would be in the way.
        poll: original.poll.clone().map(|poll| PollView::of(&frame.l, &poll.without_own_marks())),
    }
}

/// Ways from the words of a post in one language to those in others: to its own page, and in place where there is a
/// script.
pub(crate) fn in_other_languages(post: &Post, shown: &str) -> Vec<Switch> {
    let href = format!("/p/{}", post.id);
    let mut ways = others(post.texts().map(|text| text.language), shown, &href);
    for way in &mut ways {
        way.part = format!("{href}/text?text={}", way.tag);
    }
    ways
}

/// The card of a post as the inside of another one, for the composer.
pub(crate) fn as_original(frame: &Frame, card: &Card) -> OriginalView {
    let original = Original {
        post: card.post.clone(),
        author: card.author.clone(),
        photos: card.photos.clone(),
        poll: card.poll.clone(),
    };
    original_view(frame, &original)
}

/// The placeholder of a photo as an address that holds it: there is nothing to wait for.
pub(crate) fn blur(photo: &Photo) -> Option<String> {
    let bitmap = photo.placeholder()?;
    Some(format!("data:image/bmp;base64,{}", STANDARD.encode(bitmap)))
}

/// Photos laid out: few of them large, of many a piece each.
pub(crate) fn mosaic(l: &Locale, photos: &[Photo]) -> MosaicView {
    let size = if photos.len() <= 2 { "feed" } else { "small" };
    let mut views = photos.iter().enumerate().map(|(place, photo)| PhotoView {
        src: format!("/media/{}/{size}", photo.id),
        full: format!("/media/{}/full", photo.id),
        blur: blur(photo),
        page: format!("/photo/{}", photo.id),
        alt: photo.alt.clone(),
        label: l.t1("posts-photo-number", "number", place + 1),
        width: photo.width.max(1),
        height: photo.height.max(1),
    });
    let shown: Vec<PhotoView> = views.by_ref().take(MOSAIC).collect();
    let hidden: Vec<PhotoView> = views.collect();
    let more = if hidden.is_empty() { String::new() } else { format!("+{}", hidden.len()) };
    MosaicView { shown, hidden, more }
}
