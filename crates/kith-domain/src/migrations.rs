//! The forward migrations of all features, in order. A file that has been released is never changed.

use kith_db::Migration;

macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        &[$(Migration { name: $name, sql: include_str!(concat!("../../../migrations/", $name, ".sql")) }),*]
    };
}

/// Every migration, oldest first.
pub const MIGRATIONS: &[Migration] = migrations![
    "0001_site",
    "0002_accounts",
    "0003_relationships",
    "0004_media",
    "0005_posts",
    "0006_comment_people",
    "0007_claimed_addresses",
    "0008_application_proofs",
    "0009_apps",
    "0010_notices",
    "0011_lists",
    "0012_polls_and_schedules",
    "0013_blurhash",
    "0014_refusals_and_comment_photos",
    "0015_push",
    "0016_messages",
    "0017_notice_choices",
    "0018_mail",
    "0019_browser_push",
    "0020_notice_letters",
    "0021_saved_comments",
    "0022_message_files",
    "0023_events",
    "0024_search",
    "0025_albums_saved_drafts",
    "0026_groups",
    "0027_pages",
    "0028_languages",
    "0029_group_files_reports",
    "0030_chat_polls_reports",
];
