### ما يقوله التطبيق حين يُنبَّه، وما تعرفه التطبيقات عن التنبيه.

push-friend-request = { $name }: طلب صداقة جديد
push-friend-accepted = { $name }: قُبل طلب صداقتك
push-new-follower = { $name }: متابعة جديدة لك
push-joined-by-invite = { $name }: انضمام بدعوة منك
push-reaction = { $name }: تفاعل جديد { $emoji }
push-comment = { $name }: تعليق على منشورك
push-reply = { $name }: رد عليك
push-mention = { $name }: ذُكرت في منشور أو تعليق
push-wall-post = { $name }: منشور على صفحتك
push-share = { $name }: مشاركة لمنشورك
push-quote = { $name }: مشاركة لمنشورك مع تعليق
push-see-first = { $name }: منشور جديد
push-endpoint-not-taken = يجب أن يكون عنوان خدمة الإشعارات كاملًا، وأن يبدأ بـ https:// وأن يقود إلى الشبكة العامة.
push-keys-not-taken = مفاتيح رسائل الإشعارات غير كاملة.
push-policy-unknown = اختر all أو followed أو follower أو none.
push-trial-title = الإشعارات تعمل: { $site } يصل إليك هنا
push-trial-text = ستعرف هنا حين يكتب إليك أحد.
push-message = كتب إليك { $name }
push-message-request = يريد { $name } مراسلتك
push-message-reaction = تفاعل { $name } مع رسالتك
push-chat-added = أضافك { $name } إلى محادثة
