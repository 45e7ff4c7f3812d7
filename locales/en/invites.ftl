### Invitation links and slips.

invite-title = Invitations
invite-text = Whoever has your link or slip can join. You can take it back at any time.
invite-fresh = Your new link
invite-link = Invitation link
invite-copied = Link copied
invite-slips = Slips to print
invite-new = New invitation
invite-uses = How many people
invite-uses-hint = Empty for any number.
invite-uses-hint-member = Best one link for each person.
invite-days = Valid for how many days
invite-days-hint = Empty for no end.
invite-days-hint-member = Up to 30 days.
invite-note = Note for yourself
invite-note-hint = Optional, for instance whom it is for. The person invited does not see it.
invite-make = Make invitation
invite-mine = Your invitations
invite-others = Working invitations of others
invite-code = Code
invite-used = Used
invite-used-of = { $uses } of { $most }
invite-until = Valid until
invite-for-ever = no end
invite-revoke = Take back
invite-revoke-title = Take this invitation back?
invite-revoke-text = Nobody can join by it any more. Those who have joined stay.
flash-invite-revoked = The invitation has been taken back.
invite-unknown = There is no such invitation. Check the code or ask for a new one.
invite-revoked = This invitation has been taken back. Ask for a new one.
invite-expired = This invitation has expired. Ask for a new one.
invite-used-up = This invitation has been used up. Ask for a new one.
invite-state-revoked = Taken back
invite-state-expired = Expired
invite-state-used-up = Used up
invite-uses-range = Please enter a number between 1 and { $most }.
invite-days-range = Please enter a number between 1 and { $most }.
invite-room =
    { $count ->
        [one] You can invite { $count } more person this month.
       *[other] You can invite { $count } more people this month.
    }
invite-no-room = You have used up this month’s invitations. Take an unused one back, or wait a little.
invite-not-yet = You cannot invite anybody yet. Members who have been taking part for a while can, where the community allows it; the people who run this place always can.
invite-closed = Nobody can join at the moment, so there are no invitations either.
invite-no-admin = There is no admin yet in whose name an invitation could be made.
invite-slips-title = Slips to hand out
invite-slips-text = Print this page and cut the slips apart.
invite-slips-count = How many slips
invite-qr = QR code of the link below
invite-slip-text = Point your phone’s camera here to join us.
invite-slip-until = Valid until { $date }
