### Messages to the people who run the community.

contact-name = Your name
contact-email = Your mail address
contact-email-hint = So that somebody can answer you.
contact-email-member = Mail address for the answer
contact-email-member-hint = Optional.
contact-subject = Subject
contact-body = Message
flash-contact-sent = Thank you, your message has arrived.
contact-sent-already = This message has been sent already. Reload the page to write another one.
contact-mail-subject = Message to { $site }: { $subject }
contact-mail = { $from } wrote through the contact form: { $text }
