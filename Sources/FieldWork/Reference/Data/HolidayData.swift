// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Public holidays 2023–2030 (H) and worked Saturdays (W).
enum HolidayData {
  static let text: StaticString = #"""
H	2023-01-01	Tết Dương lịch	New Year's Day
H	2023-01-02	Tết Dương lịch (nghỉ bù)	New Year's Day (observed)
H	2023-01-20	29 Tết	29 of Lunar New Year
H	2023-01-21	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2023-01-22	Tết Nguyên Đán	Lunar New Year
H	2023-01-23	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2023-01-24	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2023-01-25	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2023-01-26	Mùng năm Tết Nguyên Đán	Fifth Day of Lunar New Year
H	2023-04-29	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2023-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2023-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2023-05-02	Ngày Giỗ Tổ Hùng Vương (nghỉ bù)	Hung Kings' Commemoration Day (observed)
H	2023-05-03	Ngày Chiến thắng (nghỉ bù)	Liberation Day/Reunification Day (observed)
H	2023-09-01	Quốc khánh	National Day
H	2023-09-02	Quốc khánh	National Day
H	2023-09-04	Quốc khánh (nghỉ bù)	National Day (observed)
H	2024-01-01	Tết Dương lịch	New Year's Day
H	2024-02-08	29 Tết	29 of Lunar New Year
H	2024-02-09	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2024-02-10	Tết Nguyên Đán	Lunar New Year
H	2024-02-11	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2024-02-12	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2024-02-13	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2024-02-14	Mùng năm Tết Nguyên Đán	Fifth Day of Lunar New Year
H	2024-04-18	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2024-04-29	Ngày nghỉ (thay cho ngày 04/05/2024)	Day off (substituted from 05/04/2024)
H	2024-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2024-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2024-09-02	Quốc khánh	National Day
H	2024-09-03	Quốc khánh	National Day
H	2025-01-01	Tết Dương lịch	New Year's Day
H	2025-01-27	29 Tết	29 of Lunar New Year
H	2025-01-28	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2025-01-29	Tết Nguyên Đán	Lunar New Year
H	2025-01-30	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2025-01-31	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2025-02-01	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2025-04-07	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2025-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2025-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2025-05-02	Ngày nghỉ (thay cho ngày 26/04/2025)	Day off (substituted from 04/26/2025)
H	2025-09-01	Quốc khánh	National Day
H	2025-09-02	Quốc khánh	National Day
H	2026-01-01	Tết Dương lịch	New Year's Day
H	2026-02-16	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2026-02-17	Tết Nguyên Đán	Lunar New Year
H	2026-02-18	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2026-02-19	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2026-02-20	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2026-04-26	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2026-04-27	Ngày Giỗ Tổ Hùng Vương (nghỉ bù)	Hung Kings' Commemoration Day (observed)
H	2026-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2026-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2026-08-31	Ngày nghỉ (thay cho ngày 22/08/2026)	Day off (substituted from 08/22/2026)
H	2026-09-01	Quốc khánh	National Day
H	2026-09-02	Quốc khánh	National Day
H	2026-11-24	Ngày Văn hóa Việt Nam	Vietnam Cultural Day
H	2027-01-01	Tết Dương lịch	New Year's Day
H	2027-02-04	29 Tết	29 of Lunar New Year
H	2027-02-05	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2027-02-06	Tết Nguyên Đán	Lunar New Year
H	2027-02-07	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2027-02-08	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2027-02-09	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2027-02-10	Mùng năm Tết Nguyên Đán	Fifth Day of Lunar New Year
H	2027-04-16	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2027-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2027-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2027-05-03	Ngày Quốc tế Lao động (nghỉ bù)	International Labor Day (observed)
H	2027-09-02	Quốc khánh	National Day
H	2027-09-03	Quốc khánh	National Day
H	2027-11-24	Ngày Văn hóa Việt Nam	Vietnam Cultural Day
H	2028-01-01	Tết Dương lịch	New Year's Day
H	2028-01-03	Tết Dương lịch (nghỉ bù)	New Year's Day (observed)
H	2028-01-24	29 Tết	29 of Lunar New Year
H	2028-01-25	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2028-01-26	Tết Nguyên Đán	Lunar New Year
H	2028-01-27	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2028-01-28	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2028-01-29	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2028-04-04	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2028-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2028-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2028-05-02	Ngày Chiến thắng (nghỉ bù)	Liberation Day/Reunification Day (observed)
H	2028-09-01	Quốc khánh	National Day
H	2028-09-02	Quốc khánh	National Day
H	2028-09-04	Quốc khánh (nghỉ bù)	National Day (observed)
H	2028-11-24	Ngày Văn hóa Việt Nam	Vietnam Cultural Day
H	2029-01-01	Tết Dương lịch	New Year's Day
H	2029-02-12	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2029-02-13	Tết Nguyên Đán	Lunar New Year
H	2029-02-14	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2029-02-15	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2029-02-16	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2029-04-23	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2029-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2029-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2029-09-02	Quốc khánh	National Day
H	2029-09-03	Quốc khánh	National Day
H	2029-09-04	Quốc khánh (nghỉ bù)	National Day (observed)
H	2029-11-24	Ngày Văn hóa Việt Nam	Vietnam Cultural Day
H	2029-11-26	Ngày Văn hóa Việt Nam (nghỉ bù)	Vietnam Cultural Day (observed)
H	2030-01-01	Tết Dương lịch	New Year's Day
H	2030-01-31	29 Tết	29 of Lunar New Year
H	2030-02-01	Giao thừa Tết Nguyên Đán	Lunar New Year's Eve
H	2030-02-02	Tết Nguyên Đán	Lunar New Year
H	2030-02-03	Mùng hai Tết Nguyên Đán	Second Day of Lunar New Year
H	2030-02-04	Mùng ba Tết Nguyên Đán	Third Day of Lunar New Year
H	2030-02-05	Mùng bốn Tết Nguyên Đán	Fourth Day of Lunar New Year
H	2030-02-06	Mùng năm Tết Nguyên Đán	Fifth Day of Lunar New Year
H	2030-04-12	Ngày Giỗ Tổ Hùng Vương	Hung Kings' Commemoration Day
H	2030-04-30	Ngày Chiến thắng	Liberation Day/Reunification Day
H	2030-05-01	Ngày Quốc tế Lao động	International Labor Day
H	2030-09-02	Quốc khánh	National Day
H	2030-09-03	Quốc khánh	National Day
H	2030-11-24	Ngày Văn hóa Việt Nam	Vietnam Cultural Day
H	2030-11-25	Ngày Văn hóa Việt Nam (nghỉ bù)	Vietnam Cultural Day (observed)
W	2024-05-04
W	2025-04-26
W	2026-08-22
"""#
}
