### The community itself: its pages and settings.

site-operator-name-missing = The operators have not given their name yet.
site-operator-address-missing = The operators have not given a postal address yet.
site-operator-email-missing = The operators have not given a mail address yet. The contact form reaches them.
site-operator-phone-missing = The operators have not given a telephone number.
site-operator-responsible-missing = The operators have not named a person yet.
site-time-zone-unknown = There is no such time zone. Please choose one from the list.
site-language-missing = Please choose at least one language.
site-address-form = Please give the address as it stands in the browser, beginning with http:// or https:// and with nothing after the name.
site-page-welcome = Welcome
site-page-about = About
site-page-rules = House rules
site-page-terms = Terms of use
site-page-privacy = Privacy notice
site-page-imprint = Imprint
site-page-contact = Contact
site-page-changed = Changed on { $date }
site-page-own-elsewhere = The community has written its own version of this page in another language:
