### Was eine App sagt, wenn sie geweckt wird, und was Apps über das Wecken erfahren.

push-friend-request = { $name } möchte mit dir befreundet sein
push-friend-accepted = { $name } ist jetzt mit dir befreundet
push-new-follower = { $name } folgt dir
push-joined-by-invite = { $name } ist mit deiner Einladung beigetreten
push-reaction = { $name } hat reagiert: { $emoji }
push-comment = { $name } hat deinen Beitrag kommentiert
push-reply = { $name } hat dir geantwortet
push-mention = { $name } hat dich erwähnt
push-wall-post = { $name } hat auf deinem Profil geschrieben
push-share = { $name } hat deinen Beitrag geteilt
push-quote = { $name } hat deinen Beitrag geteilt und etwas dazu geschrieben
push-see-first = { $name } hat etwas geschrieben
push-endpoint-not-taken = Die Adresse des Push-Dienstes muss vollständig sein, mit https:// beginnen und ins öffentliche Netz führen.
push-keys-not-taken = Die Schlüssel für Push-Nachrichten sind nicht vollständig.
push-policy-unknown = Wähle all, followed, follower oder none.
push-trial-title = Es klappt: { $site } erreicht dich hier
push-trial-text = Hier erfährst du, wenn dir jemand schreibt.
push-message = { $name } hat dir geschrieben
push-message-request = { $name } möchte dir schreiben
push-message-reaction = { $name } hat auf deine Nachricht reagiert
push-chat-added = { $name } hat dich in einen Chat aufgenommen
