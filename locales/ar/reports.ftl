### البلاغات إلى المشرفين.

reports-not-oneself = لا يمكنك الإبلاغ عن نفسك.
reports-too-many = يمكن أن يذكر البلاغ { $limit } من المنشورات.
reports-unknown-rule = لا توجد قاعدة كهذه هنا.
