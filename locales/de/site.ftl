### Die Gemeinschaft selbst: ihre Seiten und Einstellungen.

site-operator-name-missing = Die Betreiber haben ihren Namen noch nicht angegeben.
site-operator-address-missing = Die Betreiber haben noch keine Postanschrift angegeben.
site-operator-email-missing = Die Betreiber haben noch keine Mailadresse angegeben. Das Kontaktformular erreicht sie.
site-operator-phone-missing = Die Betreiber haben keine Telefonnummer angegeben.
site-operator-responsible-missing = Die Betreiber haben noch niemanden genannt.
site-time-zone-unknown = Diese Zeitzone gibt es nicht. Bitte wähle eine aus der Liste.
site-language-missing = Bitte wähle mindestens eine Sprache.
site-address-form = Bitte gib die Adresse so an, wie sie im Browser steht: mit http:// oder https:// am Anfang und nichts hinter dem Namen.
site-page-welcome = Begrüßung
site-page-about = Über uns
site-page-rules = Hausregeln
site-page-terms = Nutzungsbedingungen
site-page-privacy = Datenschutzhinweis
site-page-imprint = Impressum
site-page-contact = Kontakt
site-page-changed = Geändert am { $date }
site-page-own-elsewhere = Die Gemeinschaft hat diese Seite in einer anderen Sprache selbst geschrieben:
