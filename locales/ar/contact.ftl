### رسائل إلى من يديرون المجتمع.

contact-name = اسمك
contact-email = عنوان بريدك
contact-email-hint = لكي يستطيع أحد أن يجيبك.
contact-email-member = عنوان البريد للجواب
contact-email-member-hint = اختياري.
contact-subject = الموضوع
contact-body = الرسالة
flash-contact-sent = شكرًا، وصلت رسالتك.
contact-sent-already = أُرسلت هذه الرسالة من قبل. أعد تحميل الصفحة لتكتب رسالة أخرى.
contact-mail-subject = رسالة إلى { $site }: { $subject }
contact-mail = كتب { $from } عبر نموذج الاتصال: { $text }
