### Groups: files, reports, events, and who may make what.

groups-tab-files = Dateien
groups-files-add = Datei hinzufügen
groups-files-choose = Datei
groups-files-hint = Bis zu { $size }. Sie wird so aufbewahrt, wie sie ist, und hier nie geöffnet.
groups-files-none-title = Noch keine Dateien
groups-files-none-text = Pläne, Listen und Unterlagen für die Mitglieder stehen dann hier.
groups-files-missing = Bitte wähle eine Datei.
groups-files-by = { $name }, { $time }
groups-files-waits = Wartet auf Durchsicht
groups-files-will-wait = Jemand schaut deine Datei an, bevor die anderen sie sehen.
groups-files-delete-title = Diese Datei entfernen?
groups-files-delete-text = Sie ist dann für alle weg.
groups-files-waiting =
    { $count ->
        [0] Dateien
       *[other] Dateien ({ $count })
    }
groups-may-not-files = In dieser Gruppe fügen nur die Dateien hinzu, die sich um sie kümmern.
groups-may-not-photos = In dieser Gruppe teilen nur die Fotos, die sich um sie kümmern.
groups-may-not-polls = In dieser Gruppe machen nur die Umfragen, die sich um sie kümmern.
groups-may-not-events = In dieser Gruppe machen nur die Veranstaltungen, die sich um sie kümmern.
groups-makers-members = Alle Mitglieder
groups-makers-moderators = Wer sich kümmert
groups-makers-events = Wer Veranstaltungen macht
groups-makers-polls = Wer Umfragen macht
groups-makers-photos = Wer Fotos teilt
groups-makers-files = Wer Dateien hinzufügt
groups-reports =
    { $count ->
        [0] Meldungen
       *[other] Meldungen ({ $count })
    }
groups-reports-about = Über { $name }
groups-reports-hidden = Du kannst nicht sehen, worum es geht. Bitte gib die Meldung weiter.
groups-reports-shared = Die Moderation der Gemeinschaft hat sie auch.
groups-reports-settled = Erledigte Meldungen
groups-reports-handle = Erledigt
groups-reports-handle-hint = Was du hier tust, erledigt die Meldung. Niemand erfährt, von wem sie kam.
groups-reports-dismiss = Nichts zu tun
groups-reports-pass-on = An die Gemeinschaft weitergeben
groups-reports-remove = Entfernen
groups-reports-state-handled = Es wurde etwas getan
groups-reports-state-dismissed = Es gab nichts zu tun
groups-reports-state-passed = Weitergegeben
groups-call-word = moderation
groups-call-hint = Mit @{ $word } erreichst du die, die sich um die Gruppe kümmern.
groups-tab-events = Veranstaltungen
groups-events-new = Neue Veranstaltung
groups-events-none-title = Noch keine Veranstaltungen
groups-events-none-text = Was die Gruppe gemeinsam vorhat, steht dann hier.
events-audience-group = Alle, die die Gruppe lesen
groups-events-in = Eine Veranstaltung der Gruppe { $group }
groups-invite-typed = Andere aus der Gemeinschaft, mit ihren Namen
groups-act-report-handled = { $name } hat eine Meldung erledigt
groups-act-report-dismissed = { $name } fand bei einer Meldung nichts zu tun
groups-act-report-passed-on = { $name } hat eine Meldung weitergegeben
groups-act-file-approved = { $name } hat eine Datei von { $about } freigegeben
groups-act-file-removed = { $name } hat eine Datei von { $about } entfernt
groups-told-file-pending = { $name } hat eine Datei hinzugefügt, die du dir ansehen kannst
groups-told-called = { $name } ruft die, die sich um eine Gruppe kümmern
groups-told-report = In einer Gruppe, um die du dich kümmerst, wurde etwas gemeldet
groups-kind-called = Wer sich um eine Gruppe kümmert, wird gerufen
groups-kind-report = Eine Meldung in einer Gruppe, um die du dich kümmerst
flash-group-file-added = Die Datei ist da.
flash-group-file-waits = Die Datei ist eingereicht. Jemand schaut sie an.
flash-group-file-removed = Die Datei ist entfernt.
flash-reported = Danke. Jemand schaut sich das an.
reports-title = Melden
reports-text = Wer das geschrieben hat, erfährt nicht, dass du es gemeldet hast.
reports-text-group = Zuerst sehen es die, die sich um die Gruppe { $group } kümmern. Sie erfahren nicht, wer es gemeldet hat. Dringendes geht sofort auch an die Moderation der Gemeinschaft.
reports-reason = Was stimmt nicht?
reports-child-safety = Ein Kind ist in Gefahr
reports-violence = Gewalt oder Drohungen
