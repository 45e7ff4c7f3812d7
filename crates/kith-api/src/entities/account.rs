//! People as accounts.

use kith_base::Millis;
use kith_domain::accounts::PersonCard;
use kith_domain::profiles::{Field, FieldKind, Summary};
use kith_domain::viewer::{Role, Visible};
use kith_domain::{AccountId, MediaId};
use kith_locale::Locale;
use schemars::JsonSchema;
use serde::Serialize;

use super::schema::{IdText, MomentText};
use super::{as_html, day, moment};
use crate::caller::Caller;

/// `Account` (docs.joinmastodon.org/entities/Account).
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Account {
    #[schemars(with = "IdText")]
    pub(crate) id: AccountId,
    pub(crate) username: String,
    acct: String,
    pub(crate) display_name: String,
    locked: bool,
    bot: bool,
    discoverable: bool,
    indexable: bool,
    group: bool,
    #[schemars(with = "MomentText")]
    created_at: String,
    note: String,
    pub(crate) url: String,
    uri: String,
    avatar: String,
    avatar_static: String,
    avatar_description: String,
    header: String,
    header_static: String,
    header_description: String,
    followers_count: i64,
    following_count: i64,
    statuses_count: i64,
    last_status_at: Option<String>,
    hide_collections: bool,
    noindex: bool,
    emojis: [(); 0],
    roles: Vec<PublicRole>,
    fields: Vec<ProfileField>,
}

/// A row of the profile.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct ProfileField {
    name: String,
    value: String,
    verified_at: Option<String>,
}

/// What somebody does for the community, where everybody may know.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct PublicRole {
    id: &'static str,
    name: String,
    color: &'static str,
}

/// What only the owner of the account is told.
#[derive(Debug, Serialize)]
pub(crate) struct Credentials {
    #[serde(flatten)]
    account: Account,
    source: Source,
    role: OwnRole,
}

#[derive(Debug, Serialize)]
struct Source {
    privacy: &'static str,
    sensitive: bool,
    language: String,
    note: String,
    fields: Vec<ProfileField>,
    follow_requests_count: i64,
    hide_collections: bool,
    discoverable: bool,
    indexable: bool,
    attribution_domains: [(); 0],
    quote_policy: &'static str,
}

#[derive(Debug, Serialize)]
struct OwnRole {
    id: &'static str,
    name: String,
    permissions: &'static str,
    color: &'static str,
    highlighted: bool,
    collection_limit: u32,
}

impl Account {
    pub(crate) fn of(caller: &Caller, summary: &Visible<Summary>) -> Self {
        let person = &summary.person;
        let picture = |id: Option<MediaId>, size: &str, missing: &str| match id {
            Some(id) => caller.url(&format!("/media/{id}/{size}")),
            None => caller.url(missing),
        };
        let avatar = picture(person.avatar, "square", "/avatars/missing.png");
        let header = picture(summary.cover, "feed", "/headers/missing.png");
        let url = caller.url(&format!("/u/{}", person.handle));
        Self {
            id: person.id,
            username: person.handle.clone(),
            acct: person.handle.clone(),
            display_name: display_name(&person.name, &person.handle),
            locked: !summary.is_open_to_followers,
            bot: summary.is_bot,
            discoverable: summary.is_listed,
            indexable: false,
            group: false,
            created_at: moment(midnight(summary.joined_at)),
            note: if summary.intro.is_empty() { String::new() } else { as_html(&summary.intro) },
            uri: url.clone(),
            url,
            avatar_static: avatar.clone(),
            avatar,
            avatar_description: String::new(),
            header_static: header.clone(),
            header,
            header_description: String::new(),
            followers_count: summary.followers.unwrap_or(0),
            following_count: summary.following.unwrap_or(0),
            statuses_count: summary.posts,
            last_status_at: summary.last_post_at.map(day),
            hide_collections: summary.followers.is_none(),
            noindex: true,
            emojis: [],
            roles: public_role(&caller.locale, person.role).into_iter().collect(),
            fields: summary
                .fields
                .iter()
                .map(|field| ProfileField::of(&caller.locale, field, true))
                .collect(),
        }
    }
}

impl Credentials {
    pub(crate) fn of(caller: &Caller, summary: &Visible<Summary>, own: OwnFacts) -> Self {
        let account = Account::of(caller, summary);
        Self {
            source: Source {
                privacy: own.privacy,
                sensitive: own.sensitive,
                language: own.language,
                note: summary.intro.clone(),
                fields: summary
                    .fields
                    .iter()
                    .map(|field| ProfileField::of(&caller.locale, field, false))
                    .collect(),
                follow_requests_count: own.friend_requests,
                hide_collections: account.hide_collections,
                discoverable: account.discoverable,
                indexable: false,
                attribution_domains: [],
                quote_policy: "public",
            },
            role: own_role(&caller.locale, summary.person.role),
            account,
        }
    }
}

/// `Profile` (docs.joinmastodon.org/entities/Profile): what the owner can edit, as it was typed.
#[derive(Debug, Serialize)]
pub(crate) struct OwnProfile {
    id: AccountId,
    display_name: String,
    note: String,
    fields: Vec<ProfileField>,
    avatar: Option<String>,
    avatar_static: Option<String>,
    avatar_description: String,
    header: Option<String>,
    header_static: Option<String>,
    header_description: String,
    locked: bool,
    bot: bool,
    hide_collections: bool,
    discoverable: bool,
    indexable: bool,
    show_media: bool,
    show_media_replies: bool,
    show_featured: bool,
    attribution_domains: [(); 0],
}

impl OwnProfile {
    pub(crate) fn of(own: Credentials) -> Self {
        let Credentials { account, source, .. } = own;
        let set = |address: String| Some(address).filter(|address| !address.ends_with("/missing.png"));
        Self {
            id: account.id,
            display_name: account.display_name,
            note: source.note,
            fields: source.fields,
            avatar: set(account.avatar),
            avatar_static: set(account.avatar_static),
            avatar_description: account.avatar_description,
            header: set(account.header),
            header_static: set(account.header_static),
            header_description: account.header_description,
            locked: account.locked,
            bot: account.bot,
            hide_collections: account.hide_collections,
            discoverable: account.discoverable,
            indexable: account.indexable,
            show_media: true,
            show_media_replies: false,
            show_featured: true,
            attribution_domains: [],
        }
    }
}

/// What the summary does not hold.
pub(crate) struct OwnFacts {
    /// Default audience in Mastodon's words.
    pub(crate) privacy: &'static str,
    /// Language of posts that name none.
    pub(crate) language: String,
    /// Whether apps offer to mark new posts as sensitive.
    pub(crate) sensitive: bool,
    /// Friend requests that wait.
    pub(crate) friend_requests: i64,
}

impl ProfileField {
    fn of(l: &Locale, field: &Field, as_markup: bool) -> Self {
        let name =
            if field.kind == FieldKind::Own { field.label.clone() } else { l.t(field.kind.name_key()) };
        let value = if as_markup { linked(&field.value) } else { field.value.clone() };
        Self { name, value, verified_at: None }
    }
}

/// A row's value; an address can be followed.
fn linked(value: &str) -> String {
    let html = as_html(value);
    let inner = html.trim_start_matches("<p>").trim_end_matches("</p>").to_owned();
    let is_address = (value.starts_with("https://") || value.starts_with("http://"))
        && !value.chars().any(char::is_whitespace);
    if is_address {
        format!("<a href=\"{inner}\" rel=\"nofollow noopener noreferrer me\" target=\"_blank\">{inner}</a>")
    } else {
        inner
    }
}

fn public_role(l: &Locale, role: Role) -> Option<PublicRole> {
    let (id, name) = role_words(l, role)?;
    Some(PublicRole { id, name, color: "" })
}

fn role_words(l: &Locale, role: Role) -> Option<(&'static str, String)> {
    match role {
        Role::Member => None,
        Role::Moderator => Some(("1", l.t("members-role-moderator"))),
        Role::Admin => Some(("2", l.t("members-role-admin"))),
        Role::Owner => Some(("3", l.t("members-role-owner"))),
    }
}

fn own_role(l: &Locale, role: Role) -> OwnRole {
    let (id, name) = role_words(l, role).unwrap_or(("-99", String::new()));
    OwnRole {
        id,
        name,
        // Bits of docs.joinmastodon.org/entities/Role: inviting people, for everybody; staff work has its own pages.
        permissions: "65536",
        color: "",
        highlighted: role > Role::Member,
        collection_limit: 0,
    }
}

/// A name that only says the handle again is none: apps show the handle anyway.
fn display_name(name: &str, handle: &str) -> String {
    if name == handle { String::new() } else { name.to_owned() }
}

/// Clients of this API expect the day a person joined at its beginning.
const fn midnight(at: Millis) -> Millis {
    at - at.rem_euclid(86_400_000)
}

/// Somebody whom the caller blocked: what the caller's own list shows of them, and nothing more.
pub(crate) fn of_blocked(caller: &Caller, person: &PersonCard) -> Account {
    let url = caller.url(&format!("/u/{}", person.handle));
    let (face, cover) = (caller.url("/avatars/missing.png"), caller.url("/headers/missing.png"));
    Account {
        id: person.id,
        username: person.handle.clone(),
        acct: person.handle.clone(),
        display_name: display_name(&person.name, &person.handle),
        locked: true,
        bot: false,
        discoverable: false,
        indexable: false,
        group: false,
        created_at: moment(midnight(person.id.made_at())),
        note: String::new(),
        uri: url.clone(),
        url,
        avatar_static: face.clone(),
        avatar: face,
        avatar_description: String::new(),
        header_static: cover.clone(),
        header: cover,
        header_description: String::new(),
        followers_count: 0,
        following_count: 0,
        statuses_count: 0,
        last_status_at: None,
        hide_collections: true,
        noindex: true,
        emojis: [],
        roles: Vec::new(),
        fields: Vec::new(),
    }
}
