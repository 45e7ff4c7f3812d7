### La communauté elle-même : ses pages et ses réglages.

site-operator-name-missing = Les responsables n’ont pas encore donné leur nom.
site-operator-address-missing = Les responsables n’ont pas encore donné d’adresse postale.
site-operator-email-missing = Les responsables n’ont pas encore donné d’adresse mail. Le formulaire de contact leur parvient.
site-operator-phone-missing = Les responsables n’ont pas donné de numéro de téléphone.
site-operator-responsible-missing = Les responsables n’ont encore nommé personne.
site-time-zone-unknown = Ce fuseau horaire n’existe pas. Choisissez-en un dans la liste.
site-language-missing = Choisissez au moins une langue.
site-address-form = Donnez l’adresse telle qu’elle figure dans le navigateur, commençant par http:// ou https:// et sans rien après le nom.
site-page-welcome = Accueil
site-page-about = À propos
site-page-rules = Règles de la maison
site-page-terms = Conditions d’utilisation
site-page-privacy = Notice de confidentialité
site-page-imprint = Mentions légales
site-page-contact = Contact
site-page-changed = Modifiée le { $date }
site-page-own-elsewhere = La communauté a écrit sa propre version de cette page dans une autre langue :
