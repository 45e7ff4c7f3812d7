### What members are sent: their choices, the page behind "stop" in a letter, and how mail leaves.

delivery-settings = Mail
delivery-settings-text = What is sent to your mailbox, and how often
delivery-no-server = This community sends no mail, so nothing comes. What you choose here counts once it does.
delivery-needs-address = Letters go to a confirmed mail address, and you have none yet.
delivery-own-failing = Letters to { $address } came back lately. If the address is right, there is nothing to do; otherwise choose another one.
delivery-own-stopped = Letters to { $address } came back again and again, so only letters about your account still go there. Is the mailbox there and not full?
delivery-again = Try again
delivery-other-address = Another address
delivery-digest = Summary of what you missed
delivery-digest-hint = Notifications and posts of your friends that you have not seen, at eight in the morning. Nothing comes when there is nothing new.
delivery-digest-off = Never
delivery-digest-daily = Every day
delivery-digest-daily-hint = Only when you were not here the day before
delivery-digest-weekly = Every week
delivery-only-account = Only letters about my account
delivery-only-account-hint = Sign-in links, changes of your password or address, decisions about you. These always come.
delivery-stop-title = Letters to you
delivery-stop-what = What shall stop?
delivery-stop-digest = The summary of what I missed
delivery-stop-rest = Everything but letters about my account
delivery-stop = Stop
delivery-stopped-digest = You get no summary any more.
delivery-stopped-rest = You get nothing but letters about your account any more.
delivery-stop-rest-too = Stop everything but letters about my account
delivery-resume = Undo: send them again
delivery-stop-more = You can choose more finely in your settings:
delivery-title = Mail
delivery-text = How letters leave, what became of them, and which addresses do not work.
delivery-way = How mail leaves
delivery-server = Mail server
delivery-sender = Sender
delivery-line = Connection
delivery-encrypted = Encrypted.
delivery-open = Not encrypted; the server is on this machine.
delivery-signs-in = Signs in with user and password.
delivery-no-user = No user is set.
delivery-pace = Pace
delivery-per-minute =
    { $count ->
        [one] At most { $count } letter a minute; letters about accounts never wait.
       *[other] At most { $count } letters a minute; letters about accounts never wait.
    }
delivery-test = Send me a test letter
delivery-test-hint = On the command line each step is told, with what to do where it ends:
delivery-no-address = Your account has no confirmed mail address. Give one in your settings first.
delivery-counts = What became of letters
delivery-waiting =
    { $count ->
        [0] No letter is waiting.
        [one] { $count } letter is waiting for its turn.
       *[other] { $count } letters are waiting for their turn.
    }
delivery-outcome = Letters
delivery-day = 24 hours
delivery-week = 7 days
delivery-sent = Sent
delivery-refused = Refused: no such mailbox
delivery-failed = Tries that failed
delivery-held = Held back: the address does not work
delivery-troubles = Addresses that do not work
delivery-troubles-text = After several refusals over days only letters about the account still go there. A letter that arrives ends it; so does trying again.
delivery-address = Address
delivery-state = State
delivery-answer = What the mail server said
delivery-state-failing = Refused
delivery-state-stopped = Left alone
delivery-records = So that letters are not taken for junk
delivery-records-text = Mailboxes ask the names of the sender’s domain whether a letter may be from there. Add these records where you manage the domain. Kith does not look them up; the commands below do.
delivery-spf = Says which mail servers may send for the domain. If there is such a record already, add the server to it; there may be only one. Your mail provider may name another text.
delivery-dkim = Holds the key by which your mail server signs letters. The server or its provider makes the key and tells you name and text; “selector” stands for a word they choose.
delivery-dmarc = Says what becomes of letters for which neither of the two holds, and where reports about them go. To begin carefully, write p=none.
delivery-record-name = Name
delivery-record-value = Text
delivery-record-check = How to check
flash-delivery-again = Letters go there again.
flash-delivery-test = A test letter is on its way to you.
