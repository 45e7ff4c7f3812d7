### Words on buttons and links, and single words used everywhere.

action-save = Save
action-cancel = Cancel
action-delete = Delete
action-edit = Edit
action-confirm = Confirm
action-close = Close
action-back = Back
action-more = More
action-show-more = Show more
action-show-less = Show less
action-show = Show
action-hide = Hide
action-undo = Undo
action-search = Search
action-continue = Continue
action-next = Next
action-previous = Previous
action-remove = Remove
action-add = Add
action-send = Send
action-copy = Copy
action-copy-link = Copy link
action-choose = Choose
action-change = Change
action-accept = Accept
action-decline = Decline
action-open = Open
action-retry = Try again
action-reload = Reload the page
action-report = Report
action-share = Share
action-download = Download
action-sign-in = Sign in
action-sign-out = Sign out
word-yes = Yes
word-no = No
word-optional = optional
word-none = None
word-you = You
word-new = New
word-today = Today
word-yesterday = Yesterday
word-tomorrow = Tomorrow
word-and-others =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }
