### Veranstaltungen: Listen und Kalender, die Seite einer Veranstaltung, was dazu gesagt wird.

frame-events = Veranstaltungen
events-title = Veranstaltungen
events-upcoming = Demnächst
events-calendar = Kalender
events-mine = Meine
events-past = Vergangene
events-invitations =
    { $count ->
        [0] Einladungen
        [one] Einladungen ({ $count })
       *[other] Einladungen ({ $count })
    }
events-new = Neue Veranstaltung
events-empty-upcoming = Noch nichts geplant
events-empty-upcoming-text = Veranstaltungen, die du sehen darfst, stehen hier, sobald jemand eine anlegt.
events-empty-mine = Du hast noch keine Veranstaltungen
events-empty-mine-text = Hier steht, was du selbst planst und wohin du gehst.
events-empty-invited = Keine offenen Einladungen
events-empty-invited-text = Wenn dich jemand einlädt, kannst du hier antworten.
events-empty-past = Noch nichts gewesen
events-empty-past-text = Was vorbei ist, findest du hier wieder.
events-there = { $when } Ortszeit ({ $zone })

# The calendar.
events-view-month = Monat
events-view-week = Woche
events-view-list = Liste
events-today = Heute
events-earlier = Früher
events-later = Später
events-show-all = Alle Veranstaltungen zeigen
events-show-mine = Nur meine zeigen
events-birthday = Geburtstag: { $name }

# For whom it is, and how it stands.
events-audience-public = Alle, auch außerhalb
events-audience-community = Alle hier
events-audience-friends = Freunde
events-audience-invited = Nur wer eingeladen ist
events-state-draft = Entwurf
events-state-scheduled = Wartet auf die Veröffentlichung
events-state-cancelled = Abgesagt
events-state-draft-text = Das ist ein Entwurf. Nur wer organisiert, sieht ihn.
events-state-scheduled-text = Das wird am { $when } veröffentlicht.
events-state-cancelled-text = Diese Veranstaltung ist abgesagt.
events-state-time-cancelled-text = Dieser Termin ist abgesagt. Die anderen bleiben.
events-state-past-text = Diese Veranstaltung ist vorbei.
events-state-changed-text = Zeit oder Ort haben sich geändert: { $when }

# The page of one event.
events-map = Auf der Karte zeigen
events-online-open = Online teilnehmen
events-online-secret = Diesen Link sieht nur, wer kommt.
events-host = Organisiert von
events-co-host = Organisiert mit
events-tickets = Karten holen
events-download = Kalenderdatei
events-guests = Gäste
events-invite = Freunde einladen
events-register = Ohne Konto teilnehmen
events-price = Preis
events-category = Art der Veranstaltung
events-tags = Stichwörter
events-languages = Gesprochene Sprachen
events-accessibility = Barrierefreiheit
events-answer-until = Antwort bis
events-answer = Kommst du?
events-answer-now = Deine Antwort
events-answer-all = Deine Antwort gilt für alle Termine.
events-answer-unconfirmed = Noch nicht bestätigt
events-answer-invited = Eingeladen
events-answer-going = Dabei
events-answer-maybe = Vielleicht
events-answer-interested = Interessiert mich
events-answer-declined = Nicht dabei
events-answer-waitlisted = Auf der Warteliste
events-answer-pending = Wartet auf Zusage
events-answer-removed = Von der Liste genommen
events-choose-going = Ich komme
events-choose-declined = Ich komme nicht
events-companions-mine = Wie viele bringst du mit?
events-withdraw = Antwort zurücknehmen
events-places-left =
    { $count ->
        [one] Noch { $count } Platz
       *[other] Noch { $count } Plätze
    }
events-places-none = Keine Plätze mehr
events-places-waiting = Keine Plätze mehr, aber es gibt eine Warteliste
events-count-going =
    { $count ->
        [one] { $count } kommt
       *[other] { $count } kommen
    }
events-count-maybe =
    { $count ->
        [one] { $count } vielleicht
       *[other] { $count } vielleicht
    }
events-count-interested =
    { $count ->
        [one] { $count } interessiert sich
       *[other] { $count } interessieren sich
    }
events-count-waiting =
    { $count ->
        [one] { $count } wartet
       *[other] { $count } warten
    }
events-slots = Wer bringt was
events-slot-count = { $taken } von { $needed }
events-slot-take = Das mache ich
events-slot-free = Doch nicht ich
events-slot-taken = Das übernehmen schon genug.
events-next-times = Weitere Termine
events-talk = Austausch
events-talk-empty = Noch hat niemand etwas gesagt.
events-talk-write = Etwas sagen
events-hosting = Du organisierst das
events-hosts = Wer organisiert
events-add-host = Jemanden mitorganisieren lassen
events-hand-over = Übergeben
events-cancel = Veranstaltung absagen
events-cancel-text = Alle, die eingeladen sind oder kommen, erfahren davon. Das lässt sich nicht zurücknehmen.
events-delete = Veranstaltung löschen
events-delete-text = Die Veranstaltung verschwindet mit allen Antworten und allem, was dazu gesagt wurde.

# The form.
events-create = Veranstaltung anlegen
events-edit = Veranstaltung ändern
events-edit-one-hint = Titel, Zeit und Ort ändern sich nur für diesen Termin. Alles andere gilt für alle Termine.
events-scope-hint = Diese Veranstaltung wiederholt sich. Was möchtest du ändern?
events-scope-this = Nur diesen Termin
events-scope-following = Diesen und spätere Termine
events-scope-all = Alle Termine
events-field-title = Titel
events-field-starts = Beginn
events-field-ends = Ende (freiwillig)
events-field-all-day = Ganztägig
events-field-place = Ort
events-field-address = Adresse
events-field-map = Link zu einer Karte
events-field-online = Link zur Online-Teilnahme
events-field-online-hint = Nur wer kommt, sieht ihn.
events-field-text = Worum es geht
events-field-audience = Wer kann sie sehen?
events-section-repeat = Wiederholen
events-field-repeat = Wie wiederholt sie sich?
events-repeat-none = Gar nicht
events-repeat-daily = Nach Tagen
events-repeat-weekly = Nach Wochen
events-repeat-monthly = Nach Monaten, am gleichen Datum
events-repeat-monthly-nth = Nach Monaten, am gleichen Wochentag (etwa am zweiten Freitag)
events-repeat-monthly-last = Nach Monaten, am letzten solchen Wochentag
events-repeat-yearly = Nach Jahren
events-repeat-keep = So wie bisher
events-field-every = Alle wie viele?
events-field-every-hint = 1 heißt jedes Mal, 2 jedes zweite Mal.
events-field-days = An welchen Wochentagen? (nur nach Wochen)
events-field-until = Bis
events-field-count = Wie oft
events-section-guests = Gäste und Plätze
events-field-shows-guests = Wer die Veranstaltung sieht, sieht auch, wer kommt
events-field-guests-invite = Gäste dürfen Freunde einladen
events-field-discussion = Gäste dürfen sich auf der Seite austauschen
events-field-approval = Ich sage jedem Gast erst zu
events-field-strangers = Auch Leute ohne Konto dürfen kommen (nur wenn alle sie sehen)
events-field-capacity = Zahl der Plätze
events-field-capacity-hint = Leer lassen, wenn Platz für alle ist.
events-field-waiting = Warteliste führen, wenn sie voll ist
events-field-companions = Wie viele darf jeder Gast mitbringen?
events-field-answer-until = Antworten bis
events-field-questions = Fragen an die Gäste
events-field-questions-hint = Eine pro Zeile, höchstens fünf. Zum Beispiel: Was isst du nicht?
events-field-consent = Womit Gäste einverstanden sein müssen
events-field-consent-hint = Zum Beispiel: Es wird fotografiert.
events-field-slots = Wer bringt was
events-field-slots-hint = Eins pro Zeile, mit der Anzahl. Zum Beispiel: Kuchen: 3
events-section-more = Weitere Angaben
events-field-accessibility-hint = Zum Beispiel: stufenlos, Hörschleife, Ruheraum.
events-field-tickets = Link zu Karten
events-field-cover = Bild
events-field-cover-alt = Was das Bild zeigt, für alle, die es nicht sehen
events-field-drop-cover = Dieses Bild wegnehmen
events-field-publish = Wann wird sie gezeigt?
events-publish-now = Jetzt veröffentlichen
events-publish-later = Als Entwurf behalten
events-publish-at = Zu einer Zeit veröffentlichen
events-field-publish-at = Veröffentlichen am

# Guests, invitations and the door.
events-brings =
    { $count ->
        [one] bringt { $count } Person mit
       *[other] bringt { $count } Personen mit
    }
events-guests-empty = Noch niemand
events-guests-empty-text = Wer eingeladen ist oder antwortet, steht hier.
events-welcome = Zusagen
events-invite-send = Einladen
events-invite-empty = Niemand mehr einzuladen
events-invite-empty-text = Du kannst deine Freunde einladen. Alle wissen schon davon, oder du hast hier noch keine.
events-invite-nobody = Wähle mindestens eine Person.
events-invite-friends-only = Du kannst nur Freunde auswählen.
events-too-many-invited =
    { $max ->
        [one] Du kannst { $max } Person am Tag einladen. Bitte mach morgen weiter.
       *[other] Du kannst { $max } Personen am Tag einladen. Bitte mach morgen weiter.
    }
events-too-many-hosts = Das organisieren schon genug.
events-door = Einlass
events-check-in = Ist da
events-here = Da
events-here-count = { $here } von { $all } sind da
events-door-code = Dein Code für den Einlass
events-door-code-enter = Code eines Gasts
events-wrong-door-code = Niemand auf der Liste hat diesen Code.

# Guests without an account.
events-register-text = Wir schicken dir eine Mail mit einem Code. Sobald du ihn eingibst, stehst du auf der Liste. Name und Adresse sieht nur, wer organisiert; beides wird mit der Veranstaltung gelöscht.
events-register-send = Code zuschicken
events-guest = Dein Platz
events-guest-text = Gib den Code aus der Mail ein, die wir dir geschickt haben.
events-guest-code = Code
events-guest-confirm = Bestätigen
events-guest-leave = Ich komme doch nicht
events-wrong-code = Dieser Code passt nicht. Schau in die neueste Mail.
events-mail-confirm-subject = Dein Code für { $event }
events-mail-confirm = Du möchtest zu { $event } kommen. Dein Code ist { $code }. Wenn du das nicht warst, tu einfach nichts: Ohne den Code passiert nichts.
events-mail-promoted-subject = Du hast einen Platz: { $event }
events-mail-promoted = Bei { $event } ist ein Platz für dich frei. Dein Code ist jetzt { $code }.
events-mail-changed-subject = Zeit oder Ort geändert: { $event }
events-mail-changed = Zeit oder Ort einer Veranstaltung, zu der du kommst, haben sich geändert. Jetzt gilt: { $event }. Dein Code ist jetzt { $code }.
events-mail-cancelled-subject = Abgesagt: { $event }
events-mail-cancelled = Eine Veranstaltung, zu der du kommen wolltest, ist ganz oder teilweise abgesagt: { $event }. Mehr steht auf ihrer Seite. Dein Code ist jetzt { $code }.
events-mail-see = Deinen Platz öffnen
events-mail-why = Du bekommst das, weil diese Adresse für eine Veranstaltung bei { $site } angegeben wurde.

# Calendar files.
events-files = Kalenderdateien
events-subscribe = Deine Veranstaltungen in einem anderen Kalender
events-subscribe-text = Gib diese Adresse dem Kalender auf deinem Telefon oder Rechner. Er zeigt, was du organisierst und wohin du gehst, und bleibt aktuell.
events-subscribe-address = Private Adresse
events-subscribe-reset-text = Wer diese Adresse kennt, sieht deine Veranstaltungen. Mach eine neue, wenn jemand sie nicht mehr sehen soll.
events-subscribe-reset = Neue Adresse machen
events-import = Veranstaltungen aus einem anderen Kalender holen
events-import-text = Wähle eine Kalenderdatei; ihr Name endet auf .ics. Du organisierst alles darin. Was du schon geholt hast, bleibt, wie es ist.
events-import-file = Kalenderdatei
events-import-drafts = Alles als Entwurf behalten
events-import-send = Holen
events-import-done = Neue Veranstaltungen: { $made }. Schon bekannt: { $known }.
events-import-refused = Diese gingen nicht:
events-import-no-calendar = Das ist keine Kalenderdatei.
events-import-no-events = In dieser Datei stehen keine Veranstaltungen.
events-import-too-large = Diese Datei ist zu groß. Höchstens { $max } Veranstaltungen und 2 MB passen hinein.
events-import-no-time = Es fehlt, wann es ist.
events-import-repeats = Es wiederholt sich auf eine Weise, die hier nicht geht.
events-import-invalid = Etwas darin passt hier nicht.

# What cannot be, and why.
events-bad-link = Bitte gib eine ganze Adresse an, die mit https:// beginnt.
events-bad-time = Bitte gib Tag und Uhrzeit an.
events-ends-early = Das Ende liegt vor dem Beginn.
events-too-long = Eine Veranstaltung dauert höchstens zwei Monate. Lass sie sich stattdessen wiederholen.
events-until-early = Dieser Tag liegt vor dem Beginn.
events-count-or-until = Gib einen letzten Tag oder eine Zahl an, nicht beides.
events-publish-past = Diese Zeit ist vorbei. Wähle eine spätere.
events-capacity-range = Wähle zwischen 1 und { $max } Plätzen.
events-companions-range = Wähle eine Zahl von 0 bis { $max }.
events-too-many-questions = Stell höchstens { $max } Fragen.
events-too-many-slots = Schreib höchstens { $max } Zeilen.
events-bad-slots = Jede Zeile braucht einen eigenen Namen und eine Zahl von 1 bis 1000, etwa Kuchen: 3
events-consent-missing = Bitte stimm zuerst zu oder wähle eine andere Antwort.
events-answers-closed = Antworten werden nicht mehr angenommen.
events-full =
    { $left ->
        [one] Es ist nur noch { $left } Platz frei.
       *[other] Es gibt nicht genug Plätze; { $left } sind noch frei.
    }
events-cancelled-already = Diese Veranstaltung ist schon abgesagt.
events-cancel-first = Leute rechnen mit dieser Veranstaltung. Sag sie zuerst ab.
events-newcomer-audience = Du bist noch nicht lange genug hier, um so viele einzuladen. Wähle fürs Erste weniger.

# What just happened.
flash-event-made = Die Veranstaltung ist veröffentlicht.
flash-event-kept = Die Veranstaltung ist gespeichert. Noch sieht sie sonst niemand.
flash-event-saved = Die Veranstaltung ist geändert.
flash-event-cancelled = Es ist abgesagt. Die Gäste erfahren es.
flash-event-deleted = Die Veranstaltung ist gelöscht.
flash-event-answered = Deine Antwort ist gespeichert.
flash-event-waiting = Es ist voll. Du stehst auf der Warteliste und erfährst es, wenn ein Platz frei wird.
flash-event-pending = Wer organisiert, muss noch zusagen. Du erfährst es.
flash-event-withdrawn = Deine Antwort ist zurückgenommen.
flash-event-guests = Die Liste ist geändert.
flash-event-invited = Die Einladungen sind verschickt.
flash-event-hosts = Wer organisiert, ist geändert.
flash-event-code-sent = Wir haben dir eine Mail mit einem Code geschickt.
flash-event-left = Du stehst nicht mehr auf der Liste.
flash-event-address = Die Adresse ist fertig. Eine frühere öffnet nichts mehr.

# Notices.
push-event-invite = { $name } lädt dich zu einer Veranstaltung ein
push-event-response = { $name } hat auf deine Einladung geantwortet
push-event-changed = Zeit oder Ort einer Veranstaltung haben sich geändert
push-event-cancelled = Eine Veranstaltung ist abgesagt
push-event-reminder = Bald ist es so weit
push-event-promoted = Du hast einen Platz bei einer Veranstaltung
push-event-discussion = { $name } hat zu einer Veranstaltung geschrieben
notices-event-responses = Antworten zu deiner Veranstaltung: { $name }
notices-event-discussions = Zu einer Veranstaltung, zu der du gehst: { $name }
notices-group-events = Veranstaltungen
notices-kind-event-invite = Eine Einladung zu einer Veranstaltung
notices-kind-event-response = Eine Antwort zu deiner Veranstaltung
notices-kind-event-changed = Zeit oder Ort ändern sich
notices-kind-event-cancelled = Eine Veranstaltung wird abgesagt
notices-kind-event-reminder = Eine Erinnerung, einen Tag und eine Stunde vorher
notices-kind-event-promoted = Du bekommst einen Platz
notices-kind-event-discussion = Zu einer Veranstaltung, zu der du gehst, sagt jemand etwas

# Dieselbe Veranstaltung in weiteren Sprachen.
events-language-twice = Ein anderer Text dieser Veranstaltung ist schon in dieser Sprache.
events-languages-too-many = Eine Veranstaltung kann höchstens { $limit } Sprachen haben.
