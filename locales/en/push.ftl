### What an app says when it is woken, and what apps are told about waking.

push-friend-request = { $name } wants to be friends
push-friend-accepted = { $name } is now your friend
push-new-follower = { $name } follows you
push-joined-by-invite = { $name } joined with your invitation
push-reaction = { $name } reacted: { $emoji }
push-comment = { $name } commented on your post
push-reply = { $name } answered you
push-mention = { $name } mentioned you
push-wall-post = { $name } wrote on your profile
push-share = { $name } shared your post
push-quote = { $name } shared your post and wrote something
push-see-first = { $name } wrote something
push-endpoint-not-taken = The address of the push service has to be complete, begin with https:// and lead to the public network.
push-keys-not-taken = The keys for push messages are not complete.
push-policy-unknown = Choose all, followed, follower or none.
push-trial-title = It works: { $site } can reach you here
push-trial-text = You will be told here when somebody writes to you.
push-message = { $name } wrote to you
push-message-request = { $name } would like to write to you
push-message-reaction = { $name } reacted to your message
push-chat-added = { $name } added you to a chat
