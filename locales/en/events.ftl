### Events: lists and calendars, the page of one event, what is told about them.

frame-events = Events
events-title = Events
events-upcoming = Coming up
events-calendar = Calendar
events-mine = Mine
events-past = Past
events-invitations =
    { $count ->
        [0] Invitations
        [one] Invitations ({ $count })
       *[other] Invitations ({ $count })
    }
events-new = New event
events-empty-upcoming = Nothing planned yet
events-empty-upcoming-text = Events that you may see stand here as soon as somebody makes one.
events-empty-mine = You have no events yet
events-empty-mine-text = What you plan yourself and what you go to stands here.
events-empty-invited = No open invitations
events-empty-invited-text = When somebody invites you, you can answer here.
events-empty-past = Nothing has been yet
events-empty-past-text = Events that are over can be found here.
events-there = { $when } local time ({ $zone })

# The calendar.
events-view-month = Month
events-view-week = Week
events-view-list = List
events-today = Today
events-earlier = Earlier
events-later = Later
events-show-all = Show all events
events-show-mine = Show only mine
events-birthday = Birthday: { $name }

# For whom it is, and how it stands.
events-audience-public = Everyone, also outside
events-audience-community = Everyone here
events-audience-friends = Friends
events-audience-invited = Only those who are invited
events-state-draft = Draft
events-state-scheduled = Waits to be published
events-state-cancelled = Cancelled
events-state-draft-text = This is a draft. Only those who organise it see it.
events-state-scheduled-text = This will be published on { $when }.
events-state-cancelled-text = This event is cancelled.
events-state-time-cancelled-text = This time is cancelled. The other times stand.
events-state-past-text = This event is over.
events-state-changed-text = Time or place changed: { $when }

# The page of one event.
events-map = Show on a map
events-online-open = Take part online
events-online-secret = Only those who come see this link.
events-host = Organised by
events-co-host = Helps to organise
events-tickets = Get tickets
events-download = Calendar file
events-guests = Guests
events-invite = Invite friends
events-register = Come without an account
events-price = Price
events-category = Kind of event
events-tags = Keywords
events-languages = Languages spoken
events-accessibility = Accessibility
events-answer-until = Answer until
events-answer = Are you coming?
events-answer-now = Your answer
events-answer-all = Your answer is for all times of this event.
events-answer-unconfirmed = Not confirmed yet
events-answer-invited = Invited
events-answer-going = Going
events-answer-maybe = Maybe
events-answer-interested = Interested
events-answer-declined = Not going
events-answer-waitlisted = On the waiting list
events-answer-pending = Waits for a yes
events-answer-removed = Taken off the list
events-choose-going = I’m coming
events-choose-declined = I’m not coming
events-companions-mine = How many people do you bring?
events-withdraw = Take my answer back
events-places-left =
    { $count ->
        [one] { $count } place left
       *[other] { $count } places left
    }
events-places-none = No places left
events-places-waiting = No places left, but there is a waiting list
events-count-going =
    { $count ->
        [one] { $count } is coming
       *[other] { $count } are coming
    }
events-count-maybe =
    { $count ->
        [one] { $count } maybe
       *[other] { $count } maybe
    }
events-count-interested =
    { $count ->
        [one] { $count } is interested
       *[other] { $count } are interested
    }
events-count-waiting =
    { $count ->
        [one] { $count } is waiting
       *[other] { $count } are waiting
    }
events-slots = Who brings what
events-slot-count = { $taken } of { $needed }
events-slot-take = I’ll do it
events-slot-free = Not me after all
events-slot-taken = Enough people do this already.
events-next-times = Further times
events-talk = Talk about it
events-talk-empty = Nobody has said anything yet.
events-talk-write = Say something
events-hosting = You organise this
events-hosts = Who organises
events-add-host = Let a friend help to organise
events-hand-over = Hand over
events-cancel = Cancel event
events-cancel-text = Everyone who is invited or coming will be told. This cannot be taken back.
events-delete = Delete event
events-delete-text = The event goes with all answers and everything that was said about it.

# The form.
events-create = Create event
events-edit = Edit event
events-edit-one-hint = Title, time and place change for this one time. Everything else is the same for all times.
events-scope-hint = This event repeats. What do you want to change?
events-scope-this = Only this time
events-scope-following = This and later times
events-scope-all = All times
events-field-title = Title
events-field-starts = Starts
events-field-ends = Ends (optional)
events-field-all-day = All day
events-field-place = Place
events-field-address = Address
events-field-map = Link to a map
events-field-online = Link for taking part online
events-field-online-hint = Only those who come will see it.
events-field-text = What it is about
events-field-audience = Who can see it?
events-section-repeat = Repeat
events-field-repeat = How does it repeat?
events-repeat-none = Not at all
events-repeat-daily = By days
events-repeat-weekly = By weeks
events-repeat-monthly = By months, on the same date
events-repeat-monthly-nth = By months, on the same weekday (such as the second Friday)
events-repeat-monthly-last = By months, on the last such weekday
events-repeat-yearly = By years
events-repeat-keep = As it is now
events-field-every = Every how many?
events-field-every-hint = 1 is each time, 2 is every other time.
events-field-days = On which days of the week? (only by weeks)
events-field-until = Until
events-field-count = How many times
events-section-guests = Guests and places
events-field-shows-guests = Everyone who sees the event sees who is coming
events-field-guests-invite = Guests may invite their friends
events-field-discussion = Guests may talk about it on its page
events-field-approval = I say yes to each guest first
events-field-strangers = People without an account may come too (only if everyone can see it)
events-field-capacity = Number of places
events-field-capacity-hint = Leave empty if there is room for everyone.
events-field-waiting = Keep a waiting list when it is full
events-field-companions = How many people may each guest bring?
events-field-answer-until = Answers until
events-field-questions = Questions for guests
events-field-questions-hint = One a line, five at most. For example: What do you not eat?
events-field-consent = What guests have to agree to
events-field-consent-hint = For example: Photos will be taken.
events-field-slots = Who brings what
events-field-slots-hint = One a line with how many are needed. For example: Cake: 3
events-section-more = More details
events-field-accessibility-hint = For example: no steps, loop for hearing aids, quiet room.
events-field-tickets = Link to tickets
events-field-cover = Picture
events-field-cover-alt = What the picture shows, for those who cannot see it
events-field-drop-cover = Take this picture away
events-field-publish = When is it shown?
events-publish-now = Publish now
events-publish-later = Keep as a draft
events-publish-at = Publish at a time
events-field-publish-at = Publish on

# Guests, invitations and the door.
events-brings =
    { $count ->
        [one] brings { $count } person
       *[other] brings { $count } people
    }
events-guests-empty = Nobody yet
events-guests-empty-text = Whoever is invited or answers stands here.
events-welcome = Say yes
events-invite-send = Invite
events-invite-empty = Nobody left to invite
events-invite-empty-text = You can invite your friends. All of them know already, or you have none here yet.
events-invite-nobody = Choose at least one person.
events-invite-friends-only = You can only choose friends of yours.
events-too-many-invited =
    { $max ->
        [one] You can invite { $max } person a day. Please go on tomorrow.
       *[other] You can invite { $max } people a day. Please go on tomorrow.
    }
events-too-many-hosts = Enough people organise this already.
events-door = Check-in
events-check-in = Is here
events-here = Here
events-here-count = { $here } of { $all } are here
events-door-code = Your code for the door
events-door-code-enter = Code of a guest
events-wrong-door-code = Nobody on the list has this code.

# Guests without an account.
events-register-text = We send you a letter with a code. You are on the list once you have entered it. Name and address are seen by those who organise, and deleted with the event.
events-register-send = Send me the code
events-guest = Your place
events-guest-text = Enter the code from the letter that we sent you.
events-guest-code = Code
events-guest-confirm = Confirm
events-guest-leave = I’m not coming after all
events-wrong-code = This code does not fit. Look at the newest letter.
events-mail-confirm-subject = Your code for { $event }
events-mail-confirm = You would like to come to { $event }. Your code is { $code }. If this was not you, do nothing: without the code nothing happens.
events-mail-promoted-subject = You have a place: { $event }
events-mail-promoted = There is a place for you at { $event }. Your code is now { $code }.
events-mail-changed-subject = Time or place changed: { $event }
events-mail-changed = Time or place of an event you are coming to changed. It is now { $event }. Your code is now { $code }.
events-mail-cancelled-subject = Cancelled: { $event }
events-mail-cancelled = An event you were coming to is cancelled, in whole or in part: { $event }. Its page says more. Your code is now { $code }.
events-mail-see = Open your place
events-mail-why = You get this because this address was given for an event at { $site }.

# Calendar files.
events-files = Calendar files
events-subscribe = Your events in another calendar
events-subscribe-text = Give this address to the calendar on your phone or computer. It shows what you organise and what you go to, and stays up to date.
events-subscribe-address = Private address
events-subscribe-reset-text = Whoever knows this address sees your events. Make a new one if somebody should no longer see them.
events-subscribe-reset = Make a new address
events-import = Bring events from another calendar
events-import-text = Choose a calendar file; its name ends in .ics. You organise all events in it. What you brought before is left as it is.
events-import-file = Calendar file
events-import-drafts = Keep all as drafts
events-import-send = Bring them in
events-import-done = New events: { $made }. Known already: { $known }.
events-import-refused = These could not be taken:
events-import-no-calendar = This is not a calendar file.
events-import-no-events = There are no events in this file.
events-import-too-large = This file is too large. At most { $max } events and 2 MB fit.
events-import-no-time = It does not say when it is.
events-import-repeats = It repeats in a way that is not possible here.
events-import-invalid = Something in it does not fit here.

# What cannot be, and why.
events-bad-link = Please give a whole address that begins with https://.
events-bad-time = Please give a day and a time.
events-ends-early = It ends before it begins.
events-too-long = One event lasts two months at most. Let it repeat instead.
events-until-early = This day is before the beginning.
events-count-or-until = Give a last day or a number, not both.
events-publish-past = This time is over. Choose a later one.
events-capacity-range = Choose between 1 and { $max } places.
events-companions-range = Choose a number from 0 to { $max }.
events-too-many-questions = Ask { $max } questions at most.
events-too-many-slots = Write { $max } lines at most.
events-bad-slots = Each line needs a name of its own and a number from 1 to 1000, such as Cake: 3
events-consent-missing = Please agree first, or choose another answer.
events-answers-closed = Answers are no longer taken.
events-full =
    { $left ->
        [one] There is only { $left } place left.
       *[other] There are not enough places; { $left } are left.
    }
events-cancelled-already = This event is cancelled already.
events-cancel-first = People count on this event. Cancel it first.
events-newcomer-audience = You have not been here for long enough to invite so many people. Choose fewer for now.

# What just happened.
flash-event-made = The event is published.
flash-event-kept = The event is kept. Nobody else sees it yet.
flash-event-saved = The event is changed.
flash-event-cancelled = It is cancelled. Guests are told.
flash-event-deleted = The event is deleted.
flash-event-answered = Your answer is kept.
flash-event-waiting = It is full. You are on the waiting list and will be told.
flash-event-pending = Those who organise have to say yes. You will be told.
flash-event-withdrawn = Your answer is taken back.
flash-event-guests = The list is changed.
flash-event-invited = The invitations are sent.
flash-event-hosts = Who organises is changed.
flash-event-code-sent = We have sent you a letter with a code.
flash-event-left = You are off the list.
flash-event-address = The address is ready. One from before opens nothing any more.

# Notices.
push-event-invite = { $name } invited you to an event
push-event-response = { $name } answered your invitation
push-event-changed = Time or place of an event changed
push-event-cancelled = An event is cancelled
push-event-reminder = An event is coming up
push-event-promoted = You have a place at an event
push-event-discussion = { $name } wrote about an event
notices-event-responses = Answers to your event: { $name }
notices-event-discussions = About an event you go to: { $name }
notices-group-events = Events
notices-kind-event-invite = An invitation to an event
notices-kind-event-response = An answer to your event
notices-kind-event-changed = Time or place changes
notices-kind-event-cancelled = An event is cancelled
notices-kind-event-reminder = A reminder, one day and one hour before
notices-kind-event-promoted = You get a place
notices-kind-event-discussion = Something is said about an event you go to

# The same event in further languages.
events-language-twice = Another text of this event is already in this language.
events-languages-too-many = An event can be in at most { $limit } languages.
