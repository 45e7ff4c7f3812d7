### Wörter auf Knöpfen und Links und einzelne Wörter, die überall vorkommen.

action-save = Speichern
action-cancel = Abbrechen
action-delete = Löschen
action-edit = Bearbeiten
action-confirm = Bestätigen
action-close = Schließen
action-back = Zurück
action-more = Mehr
action-show-more = Mehr anzeigen
action-show-less = Weniger anzeigen
action-show = Anzeigen
action-hide = Ausblenden
action-undo = Rückgängig machen
action-search = Suchen
action-continue = Weiter
action-next = Weiter
action-previous = Zurück
action-remove = Entfernen
action-add = Hinzufügen
action-send = Senden
action-copy = Kopieren
action-copy-link = Link kopieren
action-choose = Auswählen
action-change = Ändern
action-accept = Annehmen
action-decline = Ablehnen
action-open = Öffnen
action-retry = Noch einmal versuchen
action-reload = Seite neu laden
action-report = Melden
action-share = Teilen
action-download = Herunterladen
action-sign-in = Anmelden
action-sign-out = Abmelden
word-yes = Ja
word-no = Nein
word-optional = freiwillig
word-none = Nichts
word-you = Du
word-new = Neu
word-today = Heute
word-yesterday = Gestern
word-tomorrow = Morgen
word-and-others =
    { $count ->
        [one] { $count } weitere Person
       *[other] { $count } weitere
    }
