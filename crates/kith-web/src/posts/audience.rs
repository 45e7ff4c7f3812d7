//! For whom: the picker in the composer, the page that changes it afterwards, and the page that explains it.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::cards::{self, Card};
use kith_domain::posts::{self, Audience, AudienceChoice, CommentAudience, Composer};
use kith_domain::{AccountId, CircleId, PostId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::view::{AudienceView, PersonView, PostView};
use crate::frame::Frame;
use crate::page::{Problems, page};

/// What was chosen in the picker.
#[derive(Clone, Default)]
pub(super) struct Chosen {
    /// The word of the chosen line: an audience, or `circle:` with an id.
    pub(super) word: String,
    people: Vec<AccountId>,
    except_people: Vec<AccountId>,
    except_circles: Vec<CircleId>,
}

impl Chosen {
    pub(super) fn new(audience: Audience) -> Self {
        Self { word: audience.as_str().to_owned(), ..Self::default() }
    }

    /// Reads the fields of the picker.
    pub(super) fn read(form: &Form) -> Result<Self> {
        Ok(Self {
            word: form.get("audience").to_owned(),
            people: form.ids("people")?,
            except_people: form.ids("except_people")?,
            except_circles: form.ids("except_circles")?,
        })
    }

    fn of(card: &Card) -> Self {
        let choice = &card.post.facts.choice;
        let word = match choice.circle {
            Some(circle) if choice.audience == Audience::Circle => format!("circle:{circle}"),
            _ => choice.audience.as_str().to_owned(),
        };
        let people = choice.people.clone();
        match choice.audience {
            Audience::People => Self { word, people, ..Self::default() },
            _ => Self {
                word,
                except_people: people,
                except_circles: choice.except_circles.clone(),
                ..Self::default()
            },
        }
    }
}

/// The choice as the domain takes it. An unknown word is refused rather than taken for something wider.
pub(super) fn choice_of(chosen: &Chosen) -> Result<AudienceChoice> {
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
pub(super) struct OptionView {
    pub(super) value: String,
    pub(super) icon: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) checked: bool,
}

/// Somebody to tick.
pub(super) struct TickPerson {
    pub(super) person: PersonView,
    pub(super) is_chosen: bool,
    pub(super) is_left_out: bool,
}

/// The picker with everything ticked as it was.
#[derive(Default)]
pub(super) struct AudienceForm {
    pub(super) icon: &'static str,
    pub(super) picked: String,
    pub(super) options: Vec<OptionView>,
    pub(super) people: Vec<TickPerson>,
    /// Id, name, whether left out.
    pub(super) circles: Vec<(String, String, bool)>,
    pub(super) names_people: bool,
    pub(super) leaves_out: bool,
}

impl AudienceForm {
    /// `widest` bounds the choice (for a post that is passed on); `wall` is whose wall it will stand on.
    pub(super) fn of(
        frame: &Frame,
        offered: &Composer,
        chosen: &Chosen,
        widest: Audience,
        wall: Option<&str>,
    ) -> Self {
        let options = match wall {
            Some(owner) => wall_options(frame, chosen, owner),
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
        if form.names_people {
            form.people = people(frame, offered, chosen);
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
            Audience::Circle | Audience::Self_ => l.t("audience-self-hint"),
        };
        options.push(option(shown, audience.as_str().to_owned(), hint, chosen));
    }
    options
}

fn wall_options(frame: &Frame, chosen: &Chosen, owner: &str) -> Vec<OptionView> {
    let l = &frame.l;
    let friends = AudienceView { icon: "friends", text: l.t1("audience-wall-friends", "name", owner) };
    let two = AudienceView { icon: "lock", text: l.t1("audience-wall-two", "name", owner) };
    vec![
        option(friends, Audience::Friends.as_str().to_owned(), String::new(), chosen),
        option(two, Audience::Self_.as_str().to_owned(), String::new(), chosen),
    ]
}

fn option(shown: AudienceView, value: String, hint: String, chosen: &Chosen) -> OptionView {
    OptionView { icon: shown.icon, label: shown.text, hint, checked: value == chosen.word, value }
}

fn people(frame: &Frame, offered: &Composer, chosen: &Chosen) -> Vec<TickPerson> {
    let mut people: Vec<TickPerson> = offered
        .friends
        .iter()
        .map(|card| TickPerson {
            person: PersonView::of(&frame.l, card),
            is_chosen: chosen.people.contains(&card.id),
            is_left_out: chosen.except_people.contains(&card.id),
        })
        .collect();
    people.sort_by(|left, right| frame.l.compare(&left.person.name, &right.person.name));
    people
}

#[derive(Template)]
#[template(path = "posts/audience.html")]
struct AudiencePage {
    frame: Frame,
    href: String,
    card: String,
    audience: AudienceForm,
    comments: String,
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
    if card.may.edit {
        let (chosen, comments) = (Chosen::of(&card), card.post.facts.comments.as_str().to_owned());
        return edit_page(&visit, card, &chosen, comments, Problems::default()).await;
    }
    let frame = Frame::titled(&visit, "audience-explained");
    let shown = PostView::of(&frame, &card);
    let name = card.wall.as_ref().unwrap_or(&card.author).name.as_str();
    let text = match card.post.audience() {
        Audience::World => frame.l.t("audience-world-explained"),
        Audience::Community => frame.l.t1("audience-community-explained", "site", frame.site_name.as_str()),
        Audience::Friends | Audience::FriendsExcept => frame.l.t1("audience-friends-explained", "name", name),
        Audience::Circle | Audience::People => frame.l.t1("audience-people-explained", "name", name),
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

async fn edit_page(
    visit: &Visit,
    mut card: Card,
    chosen: &Chosen,
    comments: String,
    problems: Problems,
) -> Answer {
    let offered = posts::composer(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(visit, "posts-change-audience");
    let widest = match &card.shared {
        cards::Shared::Original(original) => original.post.audience(),
        cards::Shared::Nothing => Audience::World,
        cards::Shared::Gone => Audience::Self_,
    };
    let owner = match card.post.wall {
        Some(wall) => Some(owner_name(visit, wall).await?),
        None => None,
    };
    let audience = AudienceForm::of(&frame, &offered, chosen, widest, owner.as_deref());
    let href = format!("/p/{}", card.post.id);
    card.comments.clear();
    card.may = cards::May::default();
    let card = super::card_html(&frame, &card)?;
    page(&AudiencePage { href, card, audience, comments, problems, frame })
}

async fn owner_name(visit: &Visit, owner: AccountId) -> Result<String> {
    let cards = visit.app.db.read(move |q| accounts::cards(q, &[owner])).await?;
    Ok(cards.get(&owner).map(|card| card.name.clone()).unwrap_or_default())
}

pub(super) async fn update(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    form.only(&["audience", "people", "except_people", "except_circles", "comments"])?;
    let chosen = Chosen::read(&form)?;
    let comments = form.get("comments").to_owned();
    let outcome = match (choice_of(&chosen), CommentAudience::parse(&comments)) {
        (Ok(choice), Some(who)) => {
            posts::set_audience(&visit.app, &visit.viewer, id, choice, who).await.map(drop)
        }
        (Ok(_), None) => Err(Error::invalid("comments", "error-not-understood")),
        (Err(error), _) => Err(error),
    };
    match outcome {
        Ok(()) => Ok(with_flash(see_other(&format!("/p/{id}")), "flash-audience-changed", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let card = cards::get(&visit.app, &visit.viewer, id).await?;
            if !card.may.edit {
                return Err(Error::not_found().into());
            }
            let mut response = edit_page(&visit, card, &chosen, comments, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

pub(super) async fn limit_past(visit: Visit, form: Form) -> Answer {
    form.only(&["back", "confirmed"])?;
    posts::limit_past(&visit.app, &visit.viewer).await?;
    Ok(with_flash(see_other(super::back(&form, "/settings/privacy")), "flash-past-limited", None))
}
