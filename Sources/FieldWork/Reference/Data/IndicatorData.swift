// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Decision 766: the set (S), its groups (G) and indicators (I); see IndicatorSet.swift.
enum IndicatorData {
  static let text: StaticString = #"""
S	766	2022	2022-06-23	Quyết định 766/QĐ-TTg ngày 23/6/2022	Decision 766/QĐ-TTg of 23 June 2022
G	Công khai minh bạch	Openness	1800
I	1.1	Tỷ lệ TTHC công bố đúng hạn	Procedures announced on time	procedures-announced-on-time	procedures-announced	share	10000	600	CP	Cơ sở dữ liệu quốc gia về thủ tục hành chính	national database of procedures	N
I	1.2	Tỷ lệ TTHC cập nhật, công khai đúng hạn	Procedures published on time	procedures-published-on-time	procedures-to-publish	share	10000	400	CP	Cơ sở dữ liệu quốc gia về thủ tục hành chính	national database of procedures	N
I	1.3	Tỷ lệ TTHC công khai đầy đủ nội dung	Procedures published with all parts	procedures-complete	procedures-published	share	10000	200	CP	Cơ sở dữ liệu quốc gia về thủ tục hành chính	national database of procedures	N
I	1.4	Tỷ lệ hồ sơ đồng bộ lên Cổng DVCQG	Dossiers synchronised to the national portal	dossiers-synchronised	dossiers-received	share	10000	600	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
G	Tiến độ giải quyết	Timely settlement	2000
I	2.1	Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn	Dossiers settled early/on time (and running in time)	dossiers-in-time	dossiers-judged	share	10000	2000	CP	Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh	province's one-stop system	P
I	2.2	Thời gian giải quyết trung bình	Average settlement time per procedure	settlement-days	dossiers-finished	average			CP	Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh	province's one-stop system	P
G	Dịch vụ công trực tuyến	Online services	1200
I	3.1	Tỷ lệ TTHC cung cấp DVCTT	Procedures provided online	catalogue-online	catalogue	share	8000	200	CP	Cơ sở dữ liệu quốc gia về thủ tục hành chính	national database of procedures	N
I	3.2	Tỷ lệ DVCTT có phát sinh hồ sơ	Online services that had a dossier	online-services-filed	catalogue-online	share	10000	400	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
I	3.3	Tỷ lệ hồ sơ nộp trực tuyến	Dossiers submitted online	dossiers-online	dossiers	share	5000	600	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
G	Thanh toán trực tuyến	Online payment	1000
I	3.5a	Tỷ lệ TTHC có nghĩa vụ tài chính được cung cấp thanh toán trực tuyến	Fee-bearing procedures payable online	procedures-payable-online	procedures-with-fee	share-or-zero	8000	200	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
I	3.5b	Tỷ lệ TTHC có giao dịch thanh toán trực tuyến	Procedures with an online payment transaction	procedures-paid-online	procedures-with-fee	share-or-zero	8000	200	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
I	3.6	Tỷ lệ hồ sơ thanh toán trực tuyến	Dossiers paid online	dossiers-paid-online	dossiers-with-fee	share-or-zero	10000	600	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
G	Số hóa hồ sơ	Digitised dossiers	2200
I	4.1	Tỷ lệ hồ sơ cấp kết quả điện tử	Dossiers with electronic result	dossiers-electronic-result	dossiers-with-result	share	10000	600	CP	Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh	province's one-stop system	P
I	4.2	Tỷ lệ hồ sơ thực hiện số hóa	Dossiers digitised	dossiers-digitised	dossiers-with-result	share	8000	400	CP	Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh	province's one-stop system	P
I	4.3	Tỷ lệ khai thác, sử dụng lại dữ liệu số hóa	Dossiers reusing digitised data	dossiers-reusing-data	dossiers-received	share	8000	200	CP	Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh	province's one-stop system	P
I	4.4	Tỷ lệ hồ sơ kết nối kho dữ liệu cá nhân	Dossiers linked to the personal data store	dossiers-from-personal-store	dossiers-received	share		400	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
I	4.5a	Tỷ lệ TTHC kết nối dữ liệu dân cư	Procedures linked to population data	procedures-linked-to-population	procedures-for-citizens	share		200	P	Cơ sở dữ liệu quốc gia về dân cư	national population database	N
I	4.5b	Tỷ lệ hồ sơ dùng dữ liệu dân cư	Dossiers using population data	dossiers-using-population-data	dossiers-received	share		200	P	Cơ sở dữ liệu quốc gia về dân cư	national population database	N
I	4.6	Tỷ lệ xã cung cấp chứng thực bản sao điện tử	Communes offering e-certified copies	communes-with-certified-copies	communes	share	10000	200	CP	Cổng Dịch vụ công quốc gia	National Public Service Portal	N
G	Mức độ hài lòng	Satisfaction	1800
I	5.1	Tỷ lệ PAKN theo phân loại	Feedback by class	feedback-by-class	feedback-received	share		0	CP	Hệ thống tiếp nhận phản ánh, kiến nghị	national feedback system	N
I	5.2	Tỷ lệ PAKN xử lý đúng hạn	Feedback handled on time	feedback-in-time	feedback-to-answer	share-or-full	10000	600	CP	Hệ thống tiếp nhận phản ánh, kiến nghị	national feedback system	N
I	5.3	Tỷ lệ hài lòng trong xử lý PAKN	Satisfaction with feedback handling	feedback-settled-to-satisfaction	feedback-received	share-or-full	10000	600	CP	Hệ thống tiếp nhận phản ánh, kiến nghị	national feedback system	N
I	5.4	Tỷ lệ hài lòng trong giải quyết TTHC	Satisfaction with settlement	dossiers-late	dossiers-judged	satisfaction	9000	600	CP	Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh	province's one-stop system	P
"""#
}
