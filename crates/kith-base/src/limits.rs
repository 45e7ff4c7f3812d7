//! Limits on what people may enter, in one place. Lengths are in characters as people count them (Unicode scalar
//! values) unless a name says bytes.

/// Text of a post.
pub const POST_TEXT: usize = 10_000;
/// Text of a comment.
pub const COMMENT_TEXT: usize = 5_000;
/// Cover ("content warning") of a post.
pub const COVER_TEXT: usize = 200;
/// Languages in which one thing may say the same.
pub const LANGUAGES: usize = 5;
/// Photos in one post.
pub const POST_PHOTOS: usize = 20;
/// Description of a photo for those who do not see it.
pub const ALT_TEXT: usize = 1_500;
/// Handle: lower and upper bound.
pub const HANDLE: std::ops::RangeInclusive<usize> = 2..=30;
/// Name as shown.
pub const DISPLAY_NAME: usize = 60;
/// One-line intro of a profile.
pub const INTRO: usize = 200;
/// One about field.
pub const PROFILE_FIELD: usize = 1_000;
/// Password: lower and upper bound. The upper one bounds hashing work.
pub const PASSWORD: std::ops::RangeInclusive<usize> = 10..=200;
/// Mail address (RFC 5321 path limit).
pub const EMAIL: usize = 254;
/// A photo file as uploaded, in bytes.
pub const PHOTO_BYTES: usize = 25 * 1024 * 1024;
/// A form without files, in bytes.
pub const FORM_BYTES: usize = 512 * 1024;
/// Things on one page of a list.
pub const PAGE: usize = 20;
/// Circles one member may have.
pub const CIRCLES: usize = 50;
/// Name of a circle.
pub const CIRCLE_NAME: usize = 40;
/// Lists to read by that one member may have.
pub const LISTS: usize = 50;
/// Title of a list.
pub const LIST_TITLE: usize = 100;
/// People in one list.
pub const LIST_MEMBERS: usize = 500;
/// Tags that one member may follow.
pub const FOLLOWED_TAGS: usize = 200;
/// Tags on one profile.
pub const FEATURED_TAGS: usize = 10;
/// What a member notes about somebody.
pub const ACCOUNT_NOTE: usize = 2_000;
/// People whom one member may recommend.
pub const ENDORSEMENTS: usize = 100;
/// Names in an audience of certain people.
pub const AUDIENCE_PEOPLE: usize = 200;
/// Keyword filters one member may have.
pub const FILTERS: usize = 100;
/// Words, and posts, in all filters of one member.
pub const FILTER_WORDS: usize = 500;
/// What a member writes to the moderators about somebody.
pub const REPORT_TEXT: usize = 1_000;
/// Posts and comments named in one report.
pub const REPORT_POSTS: usize = 100;
/// Answers that a poll offers: lower and upper bound.
pub const POLL_OPTIONS: std::ops::RangeInclusive<usize> = 2..=10;
/// One answer of a poll.
pub const POLL_OPTION: usize = 100;
/// Posts of one member that wait for their time.
pub const SCHEDULED: usize = 300;
/// Posts of one member that are begun.
pub const DRAFTS: usize = 100;
/// Folders of one member for saved posts.
pub const FOLDERS: usize = 50;
/// Name of a folder.
pub const FOLDER_NAME: usize = 40;
/// Reminders of one member that wait.
pub const REMINDERS: usize = 200;
/// Albums of one member.
pub const ALBUMS: usize = 200;
/// Title of an album.
pub const ALBUM_TITLE: usize = 100;
/// Description of an album.
pub const ALBUM_TEXT: usize = 2_000;
/// Photos in one album.
pub const ALBUM_PHOTOS: usize = 1_000;
/// Words under a photo of an album.
pub const CAPTION: usize = 500;
/// People who add photos to one album, those included who are asked.
pub const ALBUM_CONTRIBUTORS: usize = 20;
/// People in one photo.
pub const PHOTO_TAGS: usize = 50;
/// People whom one member leaves out of their memories.
pub const MEMORY_PEOPLE: usize = 200;
/// Apps of one member that are woken.
pub const PUSH_SUBSCRIPTIONS: usize = 20;
/// Address at which an app is woken, in bytes.
pub const PUSH_ENDPOINT: usize = 2_000;
/// Text of a message.
pub const MESSAGE_TEXT: usize = 5_000;
/// Photos in one message.
pub const MESSAGE_PHOTOS: usize = 10;
/// Files other than photos in one message.
pub const MESSAGE_FILES: usize = 5;
/// Name of a file in a message.
pub const FILE_NAME: usize = 100;
/// Name of a group chat.
pub const CHAT_NAME: usize = 60;
/// People in one group chat, those included who are asked and have not answered.
pub const CHAT_MEMBERS: usize = 50;
/// A site page's text.
pub const SITE_PAGE_TEXT: usize = 50_000;
/// A message through the contact form.
pub const CONTACT_TEXT: usize = 4_000;
