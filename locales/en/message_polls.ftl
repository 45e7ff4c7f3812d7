### Polls in conversations.

messages-poll-hint = Your message is the question. Everyone in the conversation can vote, and so can you.
messages-poll-hidden = the result shows once you have voted
messages-poll-hide = Show the result only to those who have voted
