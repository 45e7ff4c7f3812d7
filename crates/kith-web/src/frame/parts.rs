//! What stands around every page and is the same on each of them. These are templates of their own: written into
//! `layout.html` they were compiled anew for every page, which took most of the time and memory of a build.

use askama::Template;

use super::Frame;

/// How a page begins, up to where its own head goes on.
#[derive(Template)]
#[template(path = "_opening.html")]
pub(crate) struct Opening<'a> {
    frame: &'a Frame,
}

/// The end of the head, and the top bar.
#[derive(Template)]
#[template(path = "_top.html")]
pub(crate) struct Top<'a> {
    frame: &'a Frame,
}

/// Where one can go, beside main.
#[derive(Template)]
#[template(path = "_side.html")]
pub(crate) struct Side<'a> {
    frame: &'a Frame,
}

/// Pages about the community.
#[derive(Template)]
#[template(path = "_footer_links.html")]
pub(crate) struct Links<'a> {
    frame: &'a Frame,
}

/// What stands below main, and the shells that scripts fill.
#[derive(Template)]
#[template(path = "_foot.html")]
pub(crate) struct Foot<'a> {
    frame: &'a Frame,
}

/// The top of a quiet page.
#[derive(Template)]
#[template(path = "_plain_top.html")]
pub(crate) struct PlainTop<'a> {
    frame: &'a Frame,
}

/// The end of a quiet page.
#[derive(Template)]
#[template(path = "_plain_foot.html")]
pub(crate) struct PlainFoot<'a> {
    frame: &'a Frame,
}

/// For `layout.html` and `plain.html`, which say where each of them stands.
impl Frame {
    pub(crate) const fn opening(&self) -> Opening<'_> {
        Opening { frame: self }
    }

    pub(crate) const fn top(&self) -> Top<'_> {
        Top { frame: self }
    }

    pub(crate) const fn side(&self) -> Side<'_> {
        Side { frame: self }
    }

    pub(crate) const fn links(&self) -> Links<'_> {
        Links { frame: self }
    }

    pub(crate) const fn foot(&self) -> Foot<'_> {
        Foot { frame: self }
    }

    pub(crate) const fn plain_top(&self) -> PlainTop<'_> {
        PlainTop { frame: self }
    }

    pub(crate) const fn plain_foot(&self) -> PlainFoot<'_> {
        PlainFoot { frame: self }
    }
}
