### Messages aux responsables.

contact-name = Votre nom
contact-email = Votre adresse mail
contact-email-hint = Pour que l’on puisse vous répondre.
contact-email-member = Adresse mail pour la réponse
contact-email-member-hint = Facultatif.
contact-subject = Objet
contact-body = Message
flash-contact-sent = Merci, votre message est arrivé.
contact-sent-already = Ce message a déjà été envoyé. Rechargez la page pour en écrire un autre.
contact-mail-subject = Message à { $site } : { $subject }
contact-mail = { $from } a écrit par le formulaire de contact : { $text }
