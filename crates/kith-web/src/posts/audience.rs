//! For whom: the picker in the composer, the page that changes it afterwards, and the page that explains it.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::cards::{self, Card};
use kith_domain::posts::{
    self, Audience, AudienceChoice, CommentAudience, CommentChoice, Composer, PastLimit,
};
use kith_domain::{AccountId, CircleId, PostId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::pick::{self, Pick};
use super::view::{AudienceView, PostView};
use crate::frame::Frame;
use crate::page::{Problems, page};

/// What was chosen in the picker.
#[derive(Clone, Default)]
pub(crate) struct Chosen {
    /// The word of the chosen line: an audience, or `circle:` with an id.
    pub(crate) word: String,
    people: Vec<AccountId>,
    except_people: Vec<AccountId>,
    except_circles: Vec<CircleId>,
    /// The word of the chosen comment audience.
    pub(crate) comments: String,
    comment_people: Vec<AccountId>,
    /// Handles typed into a field, to be shown again.
    pub(crate) typed: HashMap<&'static str, String>,
}

impl Chosen {
    pub(crate) fn new(audience: Audience, comments: CommentAudience) -> Self {
        Self { word: audience.as_str().to_owned(), comments: comments.as_str().to_owned(), ..Self::default() }
    }

    /// Reads the fields of the picker. Whoever has no scripts types the handles of those who are not listed; the problem
    /// says which of them nobody has.
    pub(crate) async fn read(visit: &Visit, form: &Form) -> Result<(Self, Option<Error>)> {
        let mut chosen = Self {
            word: form.get("audience").to_owned(),
            people: form.ids("people")?,
            except_people: form.ids("except_people")?,
            except_circles: form.ids("except_circles")?,
            comments: form.get("comments").to_owned(),
            comment_people: form.ids("comment_people")?,
            typed: HashMap::new(),
        };
        let mut problem = None;
        for field in pick::FIELDS {
            match pick::typed(visit, form, field).await {
                Ok(people) => chosen.list(field).extend(people),
                Err(error) => {
                    chosen.typed.insert(field, form.get(&format!("{field}_typed")).to_owned());
                    problem = Some(error);
                }
            }
        }
        Ok((chosen, problem))
    }

    fn list(&mut self, field: &str) -> &mut Vec<AccountId> {
        match field {
            "people" => &mut self.people,
            "except_people" => &mut self.except_people,
            _ => &mut self.comment_people,
        }
    }

    /// Everybody who is named so far.
    pub(crate) fn named(&self) -> Vec<AccountId> {
        [&self.people, &self.except_people, &self.comment_people].into_iter().flatten().copied().collect()
    }

    fn of(card: &Card) -> Self {
        Self::made(&card.post.facts.choice, &card.post.facts.comments)
    }

    /// What was chosen before.
    pub(crate) fn made(choice: &AudienceChoice, comments: &CommentChoice) -> Self {
        let word = match choice.circle {
            Some(circle) if choice.audience == Audience::Circle => format!("circle:{circle}"),
            _ => choice.audience.as_str().to_owned(),
        };
        let people = choice.people.clone();
        let chosen = Self {
            word,
            comments: comments.audience.as_str().to_owned(),
            comment_people: comments.people.clone(),
            ..Self::default()
        };
        match choice.audience {
            Audience::People => Self { people, ..chosen },
            _ => Self { except_people: people, except_circles: choice.except_circles.clone(), ..chosen },
        }
    }
}

/// Who may comment, as the domain takes it.
pub(super) fn comments_of(chosen: &Chosen) -> Result<CommentChoice> {
    let audience = match chosen.comments.as_str() {
        "" => CommentAudience::default(),
        word => {
            CommentAudience::parse(word).ok_or_else(|| Error::invalid("comments", "error-not-understood"))?
        }
    };
    let people = match audience {
        CommentAudience::People => chosen.comment_people.clone(),
        _ => Vec::new(),
    };
    Ok(CommentChoice { audience, people })
}

/// The choice as the domain takes it. An unknown word is refused rather than taken for something wider.
pub(crate) fn choice_of(chosen: &Chosen) -> Result<AudienceChoice> {
    let wrong = || Error::invalid("audience", "audience-missing");
    if let Some(circle) = chosen.word.strip_prefix("circle:") {
        let circle = circle.parse().map_err(|_| wrong())?;
        return Ok(AudienceChoice {
            audience: Audience::Circle,
            circle: Some(circle),
            ..AudienceChoice::default()
        });
    }
    let audience = Audience::parse(&chosen.word).ok_or_else(wrong)?;
    Ok(match audience {
        Audience::People => {
            AudienceChoice { audience, people: chosen.people.clone(), ..AudienceChoice::default() }
        }
        Audience::FriendsExcept => AudienceChoice {
            audience,
            people: chosen.except_people.clone(),
            except_circles: chosen.except_circles.clone(),
            ..AudienceChoice::default()
        },
        _ => AudienceChoice::plain(audience),
    })
}

/// One line of the picker.
pub(crate) struct OptionView {
    pub(crate) value: String,
    pub(crate) icon: &'static str,
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) checked: bool,
}

/// The picker with everything ticked as it was.
#[derive(Default)]
pub(crate) struct AudienceForm {
    pub(crate) icon: &'static str,
    pub(crate) picked: String,
    pub(crate) options: Vec<OptionView>,
    pub(crate) people: Pick,
    pub(crate) except_people: Pick,
    pub(crate) comment_people: Pick,
    /// Id, name, whether left out.
    pub(crate) circles: Vec<(String, String, bool)>,
    pub(crate) names_people: bool,
    pub(crate) leaves_out: bool,
    /// The word of the chosen audience.
    pub(crate) word: String,
    /// The word of the chosen comment audience.
    pub(crate) comments: String,
}

impl AudienceForm {
    /// `widest` bounds the choice: by the post that is passed on, or by the owner of the wall, whose name is `wall`.
    pub(crate) fn of(
        frame: &Frame,
        offered: &Composer,
        chosen: &Chosen,
        widest: Audience,
        wall: Option<&str>,
    ) -> Self {
        let options = match wall {
            Some(owner) => wall_options(frame, chosen, owner, widest),
            None => own_options(frame, offered, chosen, widest),
        };
        let picked = options.iter().find(|option| option.checked).or(options.first());
        let mut form = Self {
            icon: picked.map_or("lock", |option| option.icon),
            picked: picked.map(|option| option.label.clone()).unwrap_or_default(),
            names_people: options.iter().any(|option| option.value == Audience::People.as_str()),
            leaves_out: options.iter().any(|option| option.value == Audience::FriendsExcept.as_str()),
            ..Self::default()
        };
        let pick = |field, ticked: &[AccountId]| Pick::of(frame, offered, field, ticked, chosen);
        form.word.clone_from(&chosen.word);
        form.comments.clone_from(&chosen.comments);
        form.comment_people = pick("comment_people", &chosen.comment_people);
        if form.names_people {
            form.people = pick("people", &chosen.people);
            form.except_people = pick("except_people", &chosen.except_people);
            form.circles = offered
                .circles
                .iter()
                .map(|(id, name)| (id.to_string(), name.clone(), chosen.except_circles.contains(id)))
                .collect();
        }
        form.options = options;
        form
    }
}

fn own_options(frame: &Frame, offered: &Composer, chosen: &Chosen, widest: Audience) -> Vec<OptionView> {
    let l = &frame.l;
    let mut options = Vec::new();
    for audience in Audience::ALL.iter().filter(|audience| audience.is_within(widest)) {
        // It cannot be chosen: what is written in a group has it.
        if *audience == Audience::Group {
            continue;
        }
        if *audience == Audience::Circle {
            options.extend(offered.circles.iter().map(|(id, name)| {
                let shown = AudienceView::of(l, &frame.site_name, Audience::Circle, Some(name));
                option(shown, format!("circle:{id}"), l.t("audience-circle-hint"), chosen)
            }));
            continue;
        }
        if matches!(audience, Audience::FriendsExcept | Audience::People) && offered.friends.is_empty() {
            continue;
        }
        let shown = AudienceView::of(l, &frame.site_name, *audience, None);
        let hint = match audience {
            Audience::World => l.t("audience-world-hint"),
            Audience::Community => l.t("audience-community-hint"),
            Audience::Friends => l.t1("audience-friends-hint", "count", offered.friend_count),
            Audience::FriendsExcept => l.t("audience-except-hint"),
            Audience::People => l.t("audience-people-hint"),
            Audience::Circle | Audience::Self_ | Audience::Group => l.t("audience-self-hint"),
        };
        options.push(option(shown, audience.as_str().to_owned(), hint, chosen));
    }
    options
}

fn wall_options(frame: &Frame, chosen: &Chosen, owner: &str, widest: Audience) -> Vec<OptionView> {
    let l = &frame.l;
    let offered = posts::WALL_AUDIENCES.into_iter().filter(|audience| audience.is_within(widest));
    let options = offered.map(|audience| {
        let shown = match audience {
            Audience::Friends => {
                AudienceView { icon: "friends", text: l.t1("audience-wall-friends", "name", owner) }
            }
            Audience::Self_ => AudienceView { icon: "lock", text: l.t1("audience-wall-two", "name", owner) },
            _ => AudienceView::of(l, &frame.site_name, audience, None),
        };
        option(shown, audience.as_str().to_owned(), String::new(), chosen)
    });
    options.collect()
}

fn option(shown: AudienceView, value: String, hint: String, chosen: &Chosen) -> OptionView {
    OptionView { icon: shown.icon, label: shown.text, hint, checked: value == chosen.word, value }
}

#[derive(Template)]
#[template(path = "posts/audience.html")]
struct AudiencePage {
    frame: Frame,
    href: String,
    card: String,
    audience: AudienceForm,
    problems: Problems,
}

/// For readers: what the word beside the time means.
#[derive(Template)]
#[template(path = "posts/audience_explained.html")]
struct ExplainedPage {
    frame: Frame,
    href: String,
    icon: &'static str,
    title: String,
    text: String,
}

pub(super) async fn edit(visit: Visit, Path(id): Path<PostId>) -> Answer {
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    if card.may.edit && card.post.group.is_none() {
        let chosen = Chosen::of(&card);
        return edit_page(&visit, card, &chosen, Problems::default()).await;
    }
    let frame = Frame::titled(&visit, "audience-explained");
    let shown = PostView::of(&frame, &card);
    let name = card.wall.as_ref().unwrap_or(&card.author).name.as_str();
    let text = match card.post.audience() {
        Audience::World => frame.l.t("audience-world-explained"),
        Audience::Community => frame.l.t1("audience-community-explained", "site", frame.site_name.as_str()),
        Audience::Friends | Audience::FriendsExcept => frame.l.t1("audience-friends-explained", "name", name),
        Audience::Circle | Audience::People => frame.l.t1("audience-people-explained", "name", name),
        Audience::Group => {
            let group = card.post.group.as_ref().map(|group| group.name.as_str()).unwrap_or_default();
            frame.l.t1("groups-audience-explained", "group", group)
        }
        Audience::Self_ => frame.l.t("audience-self-explained"),
    };
    page(&ExplainedPage {
        href: format!("/p/{id}"),
        icon: shown.audience.icon,
        title: shown.audience.text,
        text,
        frame,
    })
}

async fn edit_page(visit: &Visit, mut card: Card, chosen: &Chosen, problems: Problems) -> Answer {
    let offered = posts::composer(&visit.app, &visit.viewer, chosen.named()).await?;
    let frame = Frame::titled(visit, "posts-change-audience");
    let shared = match &card.shared {
        cards::Shared::Original(original) => {
            posts::policy::widest_share(&original.post.facts).unwrap_or(Audience::Self_)
        }
        cards::Shared::Nothing => Audience::World,
        cards::Shared::Gone => Audience::Self_,
    };
    let (owner, widest) = match card.post.wall {
        Some(wall) => {
            let (name, widest) = wall_owner(visit, wall).await?;
            (Some(name), shared.narrower(widest))
        }
        None => (None, shared),
    };
    let audience = AudienceForm::of(&frame, &offered, chosen, widest, owner.as_deref());
    let href = format!("/p/{}", card.post.id);
    card.comments.clear();
    card.may = cards::May::default();
    let card = super::card_html(&frame, &card)?;
    page(&AudiencePage { href, card, audience, problems, frame })
}

/// Name of the owner of a wall, and how far at most posts on it reach.
async fn wall_owner(visit: &Visit, owner: AccountId) -> Result<(String, Audience)> {
    visit
        .app
        .db
        .read(move |q| {
            let name = accounts::cards(q, &[owner])?.remove(&owner).map(|card| card.name);
            Ok((name.unwrap_or_default(), posts::wall_audience(q, owner)?))
        })
        .await
}

pub(super) async fn update(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&[
        "audience",
        "people",
        "people_typed",
        "except_people",
        "except_people_typed",
        "except_circles",
        "comments",
        "comment_people",
        "comment_people_typed",
    ])?;
    let (chosen, problem) = Chosen::read(&visit, &form).await?;
    let outcome = match problem {
        Some(error) => Err(error),
        None => change(&visit, id, &chosen).await,
    };
    match outcome {
        Ok(()) => Ok(with_flash(see_other(&format!("/p/{id}")), "flash-audience-changed", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let card = cards::get(&visit.app, &visit.viewer, id).await?;
            if !card.may.edit {
                return Err(Error::not_found().into());
            }
            let mut response = edit_page(&visit, card, &chosen, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

async fn change(visit: &Visit, id: PostId, chosen: &Chosen) -> Result<()> {
    let (choice, comments) = (choice_of(chosen)?, comments_of(chosen)?);
    posts::set_audience(&visit.app, &visit.viewer, id, choice, comments).await.map(drop)
}

/// Asks once before all past posts are narrowed, and says how many they are.
#[derive(Template)]
#[template(path = "posts/limit_past.html")]
struct LimitPastPage {
    frame: Frame,
    to: String,
    count: usize,
    text: String,
    yes: String,
}

pub(super) async fn limit_past(visit: Visit, form: Form) -> Answer {
    form.only(&["to", "confirmed"])?;
    let (app, viewer, l) = (&visit.app, &visit.viewer, &visit.locale);
    let limit = match form.get("to") {
        "friends" => PastLimit::Friends,
        "self" => PastLimit::OnlyMe,
        _ => return Err(Error::invalid("to", "error-bad-choice").into()),
    };
    if form.get("confirmed") == "yes" {
        posts::limit_past(app, viewer, limit).await?;
        let flash = match limit {
            PastLimit::Friends => "flash-past-limited",
            PastLimit::OnlyMe => "flash-past-hidden",
        };
        return Ok(with_flash(see_other("/settings/privacy"), flash, None));
    }
    let count = posts::count_past(app, viewer, limit).await?;
    let (text, yes) = match limit {
        PastLimit::Friends => {
            (l.t1("privacy-limit-past-friends-count", "count", count), l.t("privacy-limit-past-friends"))
        }
        PastLimit::OnlyMe => {
            (l.t1("privacy-limit-past-self-count", "count", count), l.t("privacy-limit-past-self"))
        }
    };
    let frame = Frame::titled(&visit, "privacy-limit-past");
    page(&LimitPastPage { frame, to: form.get("to").to_owned(), count, text, yes })
}
