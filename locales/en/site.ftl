### The community itself: its pages and settings.

site-operator-name-missing = The operators have not given their name yet.
site-operator-address-missing = The operators have not given a postal address yet.
site-operator-email-missing = The operators have not given a mail address yet. The contact form reaches them.
site-operator-phone-missing = The operators have not given a telephone number.
site-operator-responsible-missing = The operators have not named a person yet.
site-time-zone-unknown = There is no such time zone. Please choose one from the list.
site-language-missing = Please choose at least one language.
site-address-form = Please give the address as it stands in the browser, beginning with http:// or https:// and with nothing after the name.
