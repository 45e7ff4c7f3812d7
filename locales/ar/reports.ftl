### البلاغات إلى المشرفين.

reports-not-oneself = لا يمكنك الإبلاغ عن نفسك.
reports-too-many = يمكن أن يذكر البلاغ { $limit } من المنشورات.
reports-unknown-rule = لا توجد قاعدة كهذه هنا.
reports-report = إبلاغ
reports-album-title = الإبلاغ عن هذا الألبوم
reports-photo-title = الإبلاغ عن هذه الصورة
reports-text-photos = يعرف المشرفون ما الذي أُبلغ عنه. ولا يعرف صاحبه من الذي أبلغ.
