//! Editing one's own profile: words, rows, birthday, and the two pictures.

use askama::Template;
use kith_base::Error;
use kith_domain::media::{self, Crop};
use kith_domain::profiles::{
    self, FieldKind, Focus, NewField, OwnProfile, PartAudience, Picture, ProfileEdit,
};
use kith_domain::{Visible, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;

use super::view::{audience_name, kind_name};
use crate::frame::{Frame, hue_of, initials_of};
use crate::page::{Problems, again, page};

/// Rows for kinds that everybody has, in the order of the form.
const KINDS: [FieldKind; 12] = [
    FieldKind::About,
    FieldKind::Work,
    FieldKind::School,
    FieldKind::Town,
    FieldKind::HomeTown,
    FieldKind::Relationship,
    FieldKind::Hobbies,
    FieldKind::Offers,
    FieldKind::Seeks,
    FieldKind::Website,
    FieldKind::Email,
    FieldKind::Phone,
];
/// Own rows in the form.
const OWN: usize = 3;

/// A row of the form.
struct FieldRow {
    kind: &'static str,
    title: String,
    label: String,
    is_own: bool,
    is_long: bool,
    value: String,
    audiences: Vec<(&'static str, String, bool)>,
}

/// One of the two pictures.
struct PictureView {
    which: &'static str,
    title: String,
    hint: String,
    src: Option<String>,
    alt: String,
}

/// A language to tick.
struct LanguageTick {
    tag: String,
    name: String,
    is_spoken: bool,
}

/// The languages somebody speaks, to be ticked or named.
struct Languages {
    /// Those of the community, and those that are spoken.
    near: Vec<LanguageTick>,
    /// All others that have a name here, by name.
    far: Vec<LanguageTick>,
    /// Those that have none, as they were typed.
    named: String,
}

impl Languages {
    fn of(frame: &Frame, spoken: &[String]) -> Self {
        let l = &frame.l;
        let is_spoken = |tag: &str| spoken.iter().any(|word| word.eq_ignore_ascii_case(tag));
        let tick = |tag: &str, name: &str| LanguageTick {
            tag: tag.to_owned(),
            name: name.to_owned(),
            is_spoken: is_spoken(tag),
        };
        let mut near: Vec<LanguageTick> = frame.languages.iter().map(|(tag, name)| tick(tag, name)).collect();
        let mut named = Vec::new();
        for word in spoken {
            let name = l.language_name(word);
            let is_there = near.iter().any(|tick| tick.tag.eq_ignore_ascii_case(word));
            match (is_there, name == *word) {
                (true, _) => {}
                (false, true) => named.push(word.as_str()),
                (false, false) => near.push(tick(word, &name)),
            }
        }
        let is_near = |tag: &str| near.iter().any(|tick| tick.tag.eq_ignore_ascii_case(tag));
        let others = kith_locale::written_languages().iter().filter(|(tag, _)| !is_near(tag));
        let mut far: Vec<LanguageTick> = others.map(|(tag, name)| tick(tag, name)).collect();
        far.sort_by(|left, right| l.compare(&left.name, &right.name));
        Self { named: named.join(", "), far, near }
    }

    /// The ticked ones, then the named ones; whoever types the name of one that could be ticked has ticked it.
    fn read(form: &Form) -> Vec<String> {
        let named = form.get("languages_named").split([',', '،', '、', '\n']).map(|word| {
            let word = word.trim();
            let known = kith_locale::written_languages();
            let found = known.iter().find(|(_, name)| name.to_lowercase() == word.to_lowercase());
            found.map_or(word, |(tag, _)| *tag)
        });
        form.all("languages").chain(named).map(ToOwned::to_owned).collect()
    }
}

#[derive(Template)]
#[template(path = "profiles/edit.html")]
struct EditPage {
    frame: Frame,
    display_name: String,
    hue: u8,
    initials: String,
    pictures: Vec<PictureView>,
    intro: String,
    pronouns: String,
    languages: Languages,
    birth_day: String,
    birth_year: String,
    months: Vec<(i64, String, bool)>,
    day_audiences: Vec<(&'static str, String, bool)>,
    year_audiences: Vec<(&'static str, String, bool)>,
    focuses: Vec<(&'static str, String, bool)>,
    rows: Vec<FieldRow>,
    problems: Problems,
    picture_problem: Option<String>,
}

/// What the form holds: as stored, or as typed.
struct Typed {
    name: String,
    edit: ProfileEdit,
}

impl Typed {
    fn stored(own: &OwnProfile) -> Self {
        let (month, day) = own.birth.day.unwrap_or_default();
        Self {
            name: own.person.name.clone(),
            edit: ProfileEdit {
                intro: own.intro.clone(),
                pronouns: own.pronouns.clone(),
                languages: own.languages.clone(),
                birth_day: day.into(),
                birth_month: month.into(),
                birth_year: own.birth.year.unwrap_or_default(),
                birth_day_audience: own.birth.day_audience,
                birth_year_audience: own.birth.year_audience,
                fields: own
                    .fields
                    .iter()
                    .map(|field| NewField {
                        kind: field.kind,
                        label: field.label.clone(),
                        value: field.value.clone(),
                        audience: field.audience,
                    })
                    .collect(),
                cover_focus: own.cover_focus,
            },
        }
    }

    fn read(form: &Form) -> Self {
        let number = |name| {
            form.get(name).trim().parse().unwrap_or(if form.get(name).trim().is_empty() { 0 } else { -1 })
        };
        let audience = |text: &str| PartAudience::parse(text).unwrap_or(PartAudience::Self_);
        let rows = form
            .all("field_kind")
            .zip(form.all("field_label"))
            .zip(form.all("field_value"))
            .zip(form.all("field_audience"))
            .filter_map(|(((kind, label), value), who)| {
                Some(NewField {
                    kind: FieldKind::parse(kind)?,
                    label: label.to_owned(),
                    value: value.to_owned(),
                    audience: audience(who),
                })
            });
        Self {
            name: form.get("display_name").to_owned(),
            edit: ProfileEdit {
                intro: form.get("intro").to_owned(),
                pronouns: form.get("pronouns").to_owned(),
                languages: Languages::read(form),
                birth_day: number("birth_day"),
                birth_month: number("birth_month"),
                birth_year: number("birth_year"),
                birth_day_audience: audience(form.get("birth_day_audience")),
                birth_year_audience: audience(form.get("birth_year_audience")),
                fields: rows.collect(),
                cover_focus: Focus::parse(form.get("cover_focus")).unwrap_or_default(),
            },
        }
    }
}

pub(super) async fn show(visit: Visit) -> Answer {
    let own = profiles::own(&visit.app, &visit.viewer).await?;
    let typed = Typed::stored(&own);
    page(&filled(&visit, &own, typed, Problems::default()))
}

fn filled(visit: &Visit, own: &Visible<OwnProfile>, typed: Typed, problems: Problems) -> EditPage {
    let frame = Frame::titled(visit, "profile-edit");
    let l = &frame.l;
    let edit = typed.edit;
    let text = |number: i64| if number == 0 { String::new() } else { number.to_string() };
    let focuses =
        Focus::ALL.iter().map(|focus| (focus.as_str(), focus_name(l, *focus), *focus == edit.cover_focus));
    EditPage {
        display_name: typed.name,
        hue: hue_of(own.person.id.raw()),
        initials: initials_of(&own.person.name),
        pictures: vec![
            PictureView {
                which: "avatar",
                title: l.t("profile-avatar"),
                hint: l.t("profile-avatar-hint"),
                src: own.avatar.as_ref().map(|photo| format!("/media/{}/square", photo.id)),
                alt: own.avatar.as_ref().map(|photo| photo.alt.clone()).unwrap_or_default(),
            },
            PictureView {
                which: "cover",
                title: l.t("profile-cover"),
                hint: l.t("profile-cover-hint"),
                src: own.cover.as_ref().map(|photo| format!("/media/{}/feed", photo.id)),
                alt: own.cover.as_ref().map(|photo| photo.alt.clone()).unwrap_or_default(),
            },
        ],
        focuses: focuses.collect(),
        rows: rows(l, &edit.fields),
        intro: edit.intro,
        pronouns: edit.pronouns,
        languages: Languages::of(&frame, &edit.languages),
        birth_day: text(edit.birth_day),
        birth_year: text(edit.birth_year),
        months: (1..=12_u8)
            .map(|month| (i64::from(month), l.month_name(month), i64::from(month) == edit.birth_month))
            .collect(),
        day_audiences: audiences(l, edit.birth_day_audience),
        year_audiences: audiences(l, edit.birth_year_audience),
        picture_problem: problems.of("photos").map(ToOwned::to_owned),
        problems,
        frame,
    }
}

fn audiences(l: &Locale, chosen: PartAudience) -> Vec<(&'static str, String, bool)> {
    PartAudience::ALL
        .iter()
        .map(|audience| (audience.as_str(), audience_name(l, *audience), *audience == chosen))
        .collect()
}

fn focus_name(l: &Locale, focus: Focus) -> String {
    l.t(match focus {
        Focus::Start => "profile-focus-start",
        Focus::Center => "profile-focus-center",
        Focus::End => "profile-focus-end",
    })
}

/// A row for each kind, then the own ones with room for more.
fn rows(l: &Locale, fields: &[NewField]) -> Vec<FieldRow> {
    let row = |kind: FieldKind, field: Option<&NewField>| FieldRow {
        kind: kind.as_str(),
        title: kind_name(l, kind),
        label: field.map(|field| field.label.clone()).unwrap_or_default(),
        is_own: kind == FieldKind::Own,
        is_long: matches!(kind, FieldKind::About | FieldKind::Own),
        value: field.map(|field| field.value.clone()).unwrap_or_default(),
        audiences: audiences(l, field.map(|field| field.audience).unwrap_or_default()),
    };
    let mut rows: Vec<FieldRow> =
        KINDS.iter().map(|kind| row(*kind, fields.iter().find(|field| field.kind == *kind))).collect();
    let own: Vec<&NewField> = fields.iter().filter(|field| field.kind == FieldKind::Own).collect();
    rows.extend(own.iter().map(|field| row(FieldKind::Own, Some(field))));
    rows.extend((own.len()..OWN).map(|_| row(FieldKind::Own, None)));
    rows
}

pub(super) async fn update(visit: Visit, form: Form) -> Answer {
    form.only(&[
        "display_name",
        "intro",
        "pronouns",
        "languages",
        "languages_named",
        "birth_*",
        "field_*",
        "cover_focus",
    ])?;
    let typed = Typed::read(&form);
    let saved = match profiles::edit(&visit.app, &visit.viewer, typed.edit.clone()).await {
        Ok(()) if typed.name != visit.viewer.active()?.name => {
            accounts::change_display_name(&visit.app, &visit.viewer, typed.name.clone()).await
        }
        saved => saved,
    };
    match saved {
        Ok(()) => Ok(with_flash(see_other("/me/edit"), "flash-profile-saved", None)),
        Err(error) => {
            let own = profiles::own(&visit.app, &visit.viewer).await?;
            again(&visit.locale, error, |problems| page(&filled(&visit, &own, typed, problems)))
        }
    }
}

pub(super) async fn set_picture(visit: Visit, mut form: Form) -> Answer {
    form.only(&["which", "alt", "photo", "remove", "crop_*"])?;
    let which = match form.get("which") {
        "avatar" => Picture::Avatar,
        "cover" => Picture::Cover,
        _ => return Err(Error::invalid("which", "error-bad-choice").into()),
    };
    match put_picture(&visit, &mut form, which).await {
        Ok(()) => Ok(with_flash(see_other("/me/edit"), "flash-profile-saved", None)),
        Err(error) => {
            let own = profiles::own(&visit.app, &visit.viewer).await?;
            let typed = Typed::stored(&own);
            again(&visit.locale, error, |problems| page(&filled(&visit, &own, typed, problems)))
        }
    }
}

async fn put_picture(visit: &Visit, form: &mut Form, which: Picture) -> kith_base::Result<()> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    if form.get("remove") == "yes" {
        return profiles::set_picture(app, viewer, which, None).await;
    }
    let alt = form.get("alt").to_owned();
    let Some(file) = form.take_files("photo").into_iter().next() else {
        return profiles::describe_picture(app, viewer, which, &alt).await;
    };
    let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
    let crop = crop_of(form)?;
    let sent = media::Sent { path: file.path.to_path_buf(), bytes, alt, crop };
    let photo = media::upload(app, viewer, sent).await?;
    profiles::set_picture(app, viewer, which, Some(photo.id)).await
}

/// The part of the picture that was chosen; none where no script helped to choose, which takes the middle.
fn crop_of(form: &Form) -> kith_base::Result<Option<Crop>> {
    let names = ["crop_x", "crop_y", "crop_w", "crop_h"];
    if names.iter().all(|name| form.get(name).is_empty()) {
        return Ok(None);
    }
    let [x, y, w, h] = names.map(|name| form.get(name).parse::<f32>().unwrap_or(f32::NAN));
    let is_inside = [x, y, w, h].iter().all(|part| (0.0..=1.0).contains(part));
    // A little more than one is what rounding makes of it.
    if !is_inside || w <= 0.01 || h <= 0.01 || x + w > 1.001 || y + h > 1.001 {
        return Err(Error::invalid("photos", "profile-crop-bad"));
    }
    Ok(Some(Crop { x, y, w, h }))
}
