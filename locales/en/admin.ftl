### Looking after the community: overview, requests, settings, pages, messages, log.

admin-title = Administration
admin-menu = Administration
admin-overview = Overview
admin-members = Members
admin-stat-members =
    { $count ->
        [one] member
       *[other] members
    }
admin-stat-week = here this week
admin-stat-waiting = asking to join
admin-stat-messages = messages to answer
admin-one-admin = Only one person can look after this place. Name a second admin, so that nobody is shut out if you lose your password.
admin-health = State of things
admin-database = Database
admin-mail = Mail
admin-mail-on = Mail is sent.
admin-mail-filed = No mail server is set. Only this machine reaches the server, so letters are written to the folder “mail” for trying things out.
admin-mail-off = No mail server is set, so no mail leaves. Members who forget their password need a code from you.
admin-jobs = Background work
admin-jobs-waiting =
    { $count ->
        [one] { $count } task is waiting
       *[other] { $count } tasks are waiting
    }
admin-dead = Tasks that failed
admin-dead-text = These were tried many times. Mend the cause, then try again.
admin-dead-kind = Task
admin-dead-tries = Tries
admin-dead-discard = Discard
admin-dead-discard-text = It is forgotten and never tried again. Letters in it are not sent.
admin-dead-error = What went wrong
flash-admin-job-discarded = The task is forgotten.
flash-admin-job-retried = The task will be tried again.
approval-title = Requests to join
approval-waiting =
    { $count ->
        [one] { $count } person is waiting.
       *[other] { $count } people are waiting.
    }
approval-empty-title = Nobody is waiting
approval-empty-text = When somebody asks to join, you read their answers here.
approval-choose-all = Choose all
approval-choose-one = Choose { $name }
approval-choose = Please tick at least one person.
approval-person = Person
approval-answers = Answers
approval-asked = Asked
approval-second = Second try
approval-approve = Let in
approval-reason = Reason for declining, sent to the person
approval-reason-needed = Please give a reason. The person reads it and may answer once.
approval-no-proof = Without proof of work
approval-declined-title = Declined requests
approval-declined-text =
    { $days ->
        [one] What was declined stays here for one day. Whoever is let in after all hears of it by mail, if they confirmed their address.
       *[other] What was declined stays here for { $days } days. Whoever is let in after all hears of it by mail, if they confirmed their address.
    }
approval-declined-empty = Nobody was declined lately
approval-declined-reason = Reason given
approval-after-all = Let in after all
flash-approval-approved = Done: they are in.
flash-approval-declined = Declined. They read your reason when they sign in.
admin-settings-title = Settings of the community
admin-tagline = One line about it
admin-tagline-hint = Shown on the welcome page.
admin-members-invite = Members may invite
admin-members-invite-hint = Those who have been taking part for a while, a few people a month.
admin-questions = Questions to people who ask to join
admin-questions-hint = Up to five. Those who come by invitation are not asked.
admin-question = Question { $number }
admin-question-required = An answer is needed
admin-place = Address, time and age
admin-address-fixed = Set by the operator outside of these pages.
admin-time-zone = Time zone of the community
admin-age = Least age to join
admin-age-hint = In years; 0 asks nobody.
admin-operator = Who runs this place
admin-operator-hint = These facts stand in the imprint and the privacy notice. In many countries the law asks for them.
admin-operator-name = Person, club or firm
admin-operator-address = Postal address
admin-operator-email = Public mail address
admin-operator-phone = Telephone
admin-operator-responsible = Responsible for the content
admin-operator-responsible-hint = Name and address of a person, where the law asks for one.
flash-admin-saved = Saved.
admin-pages-title = Pages
admin-pages-text = Every page comes with a text in each language. Change what should be said differently.
admin-pages-page = Page
admin-pages-own = own text
admin-page-title = Edit page
admin-page-own = Your own text
admin-page-shipped = The text that came with the program
admin-page-heading = Title
admin-page-body = Text
admin-page-hint = Markdown: ## for headings, - for lists, **bold**, [words](address). Words in curly brackets, such as the one for the community’s name, are filled in by themselves.
admin-page-preview = Preview
admin-page-revert = Go back to the shipped text
admin-page-revert-text = Your own text of this page in this language will be gone.
flash-admin-page-saved = The page has been saved.
flash-admin-page-reverted = The shipped text is back.
admin-inbox-title = Messages
admin-inbox-text = What people wrote through the contact form.
admin-inbox-open = Waiting
admin-inbox-handled = Done
admin-inbox-member = Member
admin-inbox-handle = Mark as done
admin-inbox-reopen = Mark as waiting
admin-inbox-empty = No messages here
admin-inbox-empty-text = The contact form is open to everybody, with or without an account.
admin-log-title = Log
admin-log-text = Who of the staff did what, newest first.
admin-log-empty = Nothing has happened yet
admin-log-when = When
admin-log-who = Who
admin-log-what = What
admin-log-program = The program
log-setup = Set the community up
log-settings = Changed the settings
log-page-saved = Changed a page
log-page-reverted = Went back to the shipped text of a page
log-invite-revoked = Took back somebody’s invitation
log-approved = Let somebody in
log-declined = Declined a request
log-message-handled = Marked a message as done
log-message-reopened = Marked a message as waiting
log-job-discarded = Discarded a failed task
log-job-retried = Tried a failed task again
log-role = Changed somebody’s role
log-suspended = Suspended an account
log-unsuspended = Lifted a suspension
log-recovery-code = Gave out a recovery code
log-messages-looked = Looked at messages that were reported
log-mail-again = Let letters go to an address again
